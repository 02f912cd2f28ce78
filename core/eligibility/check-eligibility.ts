import type { Eligibility } from '../directory/service.ts';
import type { Area, Position } from '../geo/point.ts';
import { isInArea } from '../geo/point-in-area.ts';
import type { Limit } from '../matching/match.ts';
import type { Circumstances } from '../students/circumstances.ts';
import type { Student } from '../students/student.ts';
import { ageInMonths, monthsAt, monthsThrough } from './age.ts';
import { checkAttributes, checkGender, checkIncome, checkPrograms } from './check-circumstances.ts';
import type { Verdict } from './verdict.ts';

/** What of a student the rules look at. `today` is an ISO date. */
export type EligibilityFacts = Pick<Student, 'grade' | 'birthMonth' | 'languages'> & {
  /** Absent: none of them is known. */
  circumstances?: Circumstances | undefined;
  today: string;
};

/**
 * Asks each rule that a service has; rules that it does not have are not in the answer.
 * @param residenceAreas extents of which one must hold the home, where residence is required
 * @param home the centre of the home's H3 cell: a home near a border may be taken for its neighbour
 */
export function checkEligibility(
  facts: EligibilityFacts,
  rules: Eligibility,
  residenceAreas: readonly Area[],
  home: Position | undefined,
): Verdict[] {
  const { circumstances = {} } = facts;
  return [
    openIfSourceSaysSo(checkAge(facts, rules), 'age', rules),
    openIfSourceSaysSo(checkGrade(facts, rules), 'grade', rules),
    checkLanguage(facts, rules),
    openIfSourceSaysSo(checkResidence(rules, residenceAreas, home), 'residence', rules),
    openIfSourceSaysSo(checkIncome(circumstances, rules), 'income', rules),
    checkPrograms(circumstances, rules),
    openIfSourceSaysSo(checkGender(circumstances, rules), 'gender', rules),
    ...checkAttributes(circumstances, rules),
    openIfSourceSaysSo(undefined, 'insurance', rules),
    openIfSourceSaysSo(undefined, 'referral', rules),
    checkConditions(rules),
  ].filter((verdict) => verdict !== undefined);
}

/** The first limit that the rules set, in the order of LIMITS. */
export function firstLimit(verdicts: readonly Verdict[]): Limit | undefined {
  for (const verdict of verdicts) if (verdict.answer === 'no') return verdict.limit;
  return undefined;
}

function checkAge(facts: EligibilityFacts, rules: Eligibility): Verdict | undefined {
  const { minimumAge, maximumAge } = rules;
  if (minimumAge === undefined && maximumAge === undefined) return undefined;
  const age = ageInMonths(facts.birthMonth, facts.today);
  if (!age) return { rule: 'age', answer: 'unknown', missing: 'birth-month' };
  const from = minimumAge === undefined ? Number.NEGATIVE_INFINITY : monthsAt(minimumAge);
  const through = maximumAge === undefined ? Number.POSITIVE_INFINITY : monthsThrough(maximumAge);
  if (from <= age.least && age.most <= through) return { rule: 'age', answer: 'yes' };
  if (age.most < from || through < age.least) return { rule: 'age', answer: 'no', limit: 'age' };
  return { rule: 'age', answer: 'unknown', missing: 'birth-month' };
}

function checkGrade({ grade }: EligibilityFacts, rules: Eligibility): Verdict | undefined {
  const { minimumGrade, maximumGrade } = rules;
  if (minimumGrade === undefined && maximumGrade === undefined) return undefined;
  const fits = (minimumGrade ?? grade) <= grade && grade <= (maximumGrade ?? grade);
  return fits ? { rule: 'grade', answer: 'yes' } : { rule: 'grade', answer: 'no', limit: 'grade' };
}

function checkLanguage({ languages }: EligibilityFacts, rules: Eligibility): Verdict | undefined {
  const required = rules.requiredLanguages ?? [];
  if (required.length === 0) return undefined;
  if (languages.length === 0) return { rule: 'language', answer: 'unknown', missing: 'languages' };
  const speaksOne = required.some((code) => languages.includes(code));
  return speaksOne
    ? { rule: 'language', answer: 'yes' }
    : { rule: 'language', answer: 'no', limit: 'language' };
}

function checkResidence(
  rules: Eligibility,
  areas: readonly Area[],
  home: Position | undefined,
): Verdict | undefined {
  if (!rules.residenceRequired) return undefined;
  if (areas.length === 0) return { rule: 'residence', answer: 'unknown', missing: 'source' };
  if (!home) return { rule: 'residence', answer: 'unknown', missing: 'home' };
  const livesThere = areas.some((area) => isInArea(home, area));
  return livesThere
    ? { rule: 'residence', answer: 'yes' }
    : { rule: 'residence', answer: 'no', limit: 'residence' };
}

/** Conditions in words are there to be read by people: they are always a question. */
function checkConditions({ description }: Eligibility): Verdict | undefined {
  return description?.trim() ? { rule: 'conditions', answer: 'unknown', missing: 'source' } : undefined;
}

/** A fact that the source leaves open turns a yes, or no rule at all, into a question; a no stays a no. */
function openIfSourceSaysSo(
  verdict: Verdict | undefined,
  rule: Eligibility['unknown'][number],
  { unknown }: Eligibility,
): Verdict | undefined {
  if (!unknown.includes(rule) || verdict?.answer === 'no') return verdict;
  return { rule, answer: 'unknown', missing: 'source' };
}
