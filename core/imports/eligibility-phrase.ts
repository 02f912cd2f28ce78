import type { Eligibility } from '../directory/service.ts';
import type { Gender } from '../students/circumstances.ts';
import { saysNoConditions } from './eligibility-words.ts';
import { parseAges } from './parse-ages.ts';
import type { FindProgram } from './program-finder.ts';

type PhraseRules = Pick<Eligibility, 'incomeMaximumFplPercent' | 'programs' | 'genders'>;

const INCOME =
  /^(?:(?:the |total |gross |annual |family |household )*incomes? )?(?:(?:must be|is|are|of) )?(?:at or below|at or under|up to|no (?:more|higher|greater) than|not (?:more than|exceeding)|at most|below|under|less than) (\d{1,3}) ?(?:%|percent)(?: of)?(?: the)? (?:fpl|(?:federal )?poverty (?:level|line|guidelines?)(?: \(fpl\))?)(?:,? or (?:receives?|receiving|(?:is |are )?(?:enrolled|participating) in|participates? in|has|have) (.+))?$/;
const PROGRAMS =
  /^(?:must (?:receive|have|be (?:enrolled|participating) in)|(?:only )?for (?:families|students|children|youth|people) (?:receiving|with|who (?:receive|have)|enrolled in)) (.+)$/;
const RECIPIENTS = /^(.+?) (?:recipients|participants|members|enrollees) only$/;
const GENDERS: readonly [readonly Gender[], RegExp][] = [
  [
    ['female'],
    /^(?:(?:only|exclusively) )?(?:for )?(?:women|girls|females?)(?:(?: and |\/| & )(?:women|girls))?$/,
  ],
  [['male'], /^(?:(?:only|exclusively) )?(?:for )?(?:men|boys|males?)(?:(?: and |\/| & )(?:men|boys))?$/],
];

/**
 * The rule that a phrase says if it says nothing else: "Income at or below 185% of the federal poverty level or receives
 * SNAP", "Medicaid recipients only", "Girls only". A figure "below" is read as "at most". Undefined for all that says
 * more, or less: "Low income", "Women", "SNAP and Medicaid".
 */
export function rulesOfPhrase(input: string, findProgram: FindProgram): PhraseRules | undefined {
  const text = input.trim().toLowerCase().replace(/\s+/g, ' ').replace(/[.!]$/, '');
  const income = INCOME.exec(text);
  if (income) {
    const programs = income[2] === undefined ? [] : programsIn(income[2], findProgram);
    const incomeMaximumFplPercent = Number(income[1]);
    return programs && { incomeMaximumFplPercent, ...(programs.length > 0 && { programs }) };
  }
  const members = (PROGRAMS.exec(text) ?? RECIPIENTS.exec(text))?.[1];
  const programs = members === undefined ? undefined : programsIn(members, findProgram);
  if (programs) return { programs };
  const genders = /\bonly\b|\bexclusively\b/.test(text) && gendersIn(text.replace(/ only$/, ''));
  return genders ? { genders: [...genders] } : undefined;
}

/** Undefined where one of them is none of ours; "SNAP and Medicaid" asks for both, which cannot be said. */
function programsIn(text: string, findProgram: FindProgram): string[] | undefined {
  const names = text
    .split(/\s*,\s*(?:or\s+)?|\s+or\s+/)
    .map((name) => name.replace(/^(?:an?|the) | benefits$/g, ''));
  const ids = names.map(findProgram);
  return ids.every((id) => id !== undefined) ? [...new Set(ids)] : undefined;
}

function gendersIn(text: string): readonly Gender[] | undefined {
  return GENDERS.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * Rules of all phrases and terms that a source has about whom a service takes. Whether several of them go together or
 * stand for each other nobody can tell: an income or programs count only if no other phrase says anything else (ages
 * apart), and a gender only where one alone is named.
 */
export function withPhraseRules(
  said: Eligibility,
  phrases: readonly string[],
  findProgram: FindProgram,
): Eligibility {
  const telling = phrases.filter((phrase) => !saysNoConditions(phrase) && parseAges(phrase) === undefined);
  const read = telling.map((phrase) => rulesOfPhrase(phrase, findProgram));
  const ofGender = read.filter((rules) => rules?.genders);
  const others = read.filter((rules) => !rules?.genders);
  const genders = new Set(ofGender.flatMap((rules) => rules?.genders ?? []));
  const rules: PhraseRules = {
    ...(others.length === 1 && others[0]),
    ...(genders.size === 1 && { genders: [...genders] }),
  };
  return { ...said, ...rules, unknown: said.unknown.filter((fact) => !settles(rules, fact)) };
}

function settles({ incomeMaximumFplPercent, programs, genders }: PhraseRules, fact: string): boolean {
  if (fact === 'gender') return genders !== undefined;
  if (fact === 'income') return incomeMaximumFplPercent !== undefined || programs !== undefined;
  return fact === 'insurance' && programs !== undefined;
}
