import type { Eligibility } from '../directory/service.ts';
import type { MissingFact, Verdict } from '../eligibility/verdict.ts';
import { roundMinutes } from '../travel/trip.ts';
import type { SchoolApproval } from './approvals.ts';
import { arrival, type Journey } from './judge-offer.ts';
import type { MatchingRules, Reason } from './match.ts';
import type { MatchOffer } from './match-input.ts';
import { firstMeeting } from './meeting-times.ts';
import type { ReasonCode } from './reasons.ts';
import type { StudentView } from './student-view.ts';
import type { Candidate } from './term-index.ts';
import type { Timetable } from './timetable.ts';

type Values = Reason['values'];

export interface Matched {
  offer: MatchOffer;
  /** Null where not known. */
  hours: Timetable | null;
  candidate: Candidate;
  journey: Journey;
  view: StudentView;
  rules: MatchingRules;
  approval: SchoolApproval | undefined;
}

/** Why an offer fits, in the order: what, where, when, room, agreement, language, cost, acquaintance, who. */
export function reasonsOf(matched: Matched): Reason[] {
  const { offer, candidate, journey, view, approval } = matched;
  return [
    reason(`term-${candidate.fit}`, { term: candidate.term }),
    reason('travel', { minutes: roundMinutes(journey.minutes), mode: journey.mode, from: journey.from }),
    ...hoursReasons(matched),
    placesReason(offer),
    ...approvalReasons(offer, approval),
    languageReason(offer.languages, view.student.languages),
    costReason(offer),
    ...((view.student.knownOrganizationIds ?? []).includes(offer.organizationId)
      ? [reason('known-partner')]
      : []),
    ...eligibilityReasons(matched),
  ];
}

function reason(code: ReasonCode, values: Values = {}): Reason {
  return { code, values };
}

export function hoursReasons({
  hours,
  journey,
  view,
  rules,
}: Pick<Matched, 'hours' | 'journey' | 'view' | 'rules'>): Reason[] {
  const asks: Reason[] = [];
  if (hours === null) asks.push(reason('ask-hours'));
  if (view.freeTimes.length === 0) asks.push(reason('ask-free-times'));
  if (hours === null || asks.length > 0) return asks;
  const { dayStartsAt, dayEndsAt } = view;
  const coming = journey.afternoon
    ? { dayStartsAt, arrival: arrival(journey, dayEndsAt) }
    : { dayStartsAt, leaveBy: journey.leaveBy };
  const met = firstMeeting(hours, view.freeTimes, rules, coming);
  if (!met) return [];
  return [
    met.some
      ? reason('hours-some-weeks', { ...met.span, ...met.some })
      : reason('hours-fit', { ...met.span }),
  ];
}

export function placesReason({ placesFree }: MatchOffer): Reason {
  return placesFree === undefined ? reason('ask-places') : reason('places', { free: placesFree });
}

/** Said only where the school's district asks for approval. */
export function approvalReasons(
  { organizationId }: MatchOffer,
  approval: SchoolApproval | undefined,
): Reason[] {
  if (!approval) return [];
  return [reason(approval.organizationIds.has(organizationId) ? 'approved' : 'ask-agreement')];
}

/** Names a shared language other than English first: it says more. */
function languageReason(offered: readonly string[], spoken: readonly string[]): Reason {
  if (offered.length === 0 || spoken.length === 0) return reason('ask-language');
  const language = firstShared(offered, spoken);
  return language === undefined ? reason('no-shared-language') : reason('language', { language });
}

function firstShared(offered: readonly string[], spoken: readonly string[]): string | undefined {
  const shared = offered.filter((code) => spoken.includes(code)).sort();
  return shared.find((code) => code !== 'en') ?? shared[0];
}

function costReason({ free, cost }: MatchOffer): Reason {
  if (free) return reason('free');
  return reason(free === false ? 'cost' : 'ask-cost', cost === undefined ? {} : { cost });
}

function eligibilityReasons({ offer, candidate, view }: Matched): Reason[] {
  const { verdicts } = view.access(candidate.offer);
  return verdicts.map((verdict) => eligibilityReason(verdict, offer.eligibility, view.student.languages));
}

/** Of a rule that is met or not known. */
export function eligibilityReason(verdict: Verdict, rules: Eligibility, spoken: readonly string[]): Reason {
  const { rule, answer } = verdict;
  if (rule === 'language') {
    const required = rules.requiredLanguages ?? [];
    if (answer === 'unknown')
      return reason('ask-required-language', { languages: [...required].sort().join(',') });
    return reason('required-language-ok', { language: firstShared(required, spoken) ?? '' });
  }
  const values = valuesOf(verdict, rules);
  if (verdict.answer === 'unknown') return reason(askCode(verdict.rule, verdict.missing), values);
  return reason(`${rule}-ok` as Extract<ReasonCode, `${string}-ok`>, values);
}

/** The question names the fact that is missing; where the source leaves it open it asks the partner. */
function askCode(rule: Verdict['rule'], missing: MissingFact): ReasonCode {
  if (missing === 'income-band') return 'ask-income-band';
  if (missing === 'income-or-programs') return 'ask-income-or-programs';
  if (missing === 'programs') return 'ask-programs';
  if (missing === 'gender') return 'ask-student-gender';
  return `ask-${rule}` as Extract<ReasonCode, `ask-${string}`>;
}

/** What a rule asks for. */
export function valuesOf({ rule, attribute }: Verdict, rules: Eligibility): Values {
  if (rule === 'age') return range(rules.minimumAge, rules.maximumAge);
  if (rule === 'grade') return range(rules.minimumGrade, rules.maximumGrade);
  const { incomeMaximumFplPercent: percent, programs = [], genders = [], attributes = [] } = rules;
  if (rule === 'income') return { ...(percent !== undefined && { percent }), ...listed({ programs }) };
  if (rule === 'program') return listed({ programs });
  if (rule === 'gender') return listed({ genders });
  if (attribute === undefined) return {};
  const values = attributes.find(({ name }) => name === attribute)?.oneOf ?? [];
  return { attribute, ...listed({ values }) };
}

/** Lists as values go in one text, in one order. */
function listed(lists: Readonly<Record<string, readonly string[]>>): Values {
  const entries = Object.entries(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(entries.map(([name, list]) => [name, [...list].sort().join(',')]));
}

function range(min: number | undefined, max: number | undefined): Values {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
