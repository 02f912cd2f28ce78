import type { Eligibility } from '../directory/service.ts';
import type { EligibilityRule, Verdict } from '../eligibility/check-eligibility.ts';
import type { WeekMinutes } from '../schedule/week-minutes.ts';
import { roundMinutes } from '../travel/trip.ts';
import { arrival, type Journey } from './judge-offer.ts';
import type { MatchingRules, Reason } from './match.ts';
import type { MatchOffer } from './match-input.ts';
import { firstMeeting } from './meeting-times.ts';
import type { ReasonCode } from './reasons.ts';
import type { StudentView } from './student-view.ts';
import type { Candidate } from './term-index.ts';

type Values = Reason['values'];

interface Matched {
  offer: MatchOffer;
  /** Null where not known. */
  hours: WeekMinutes | null;
  candidate: Candidate;
  journey: Journey;
  view: StudentView;
  rules: MatchingRules;
}

/** Why an offer fits, in the order: what, where, when, room, language, cost, acquaintance, who. */
export function reasonsOf(matched: Matched): Reason[] {
  const { offer, candidate, journey, view } = matched;
  return [
    reason(`term-${candidate.fit}`, { term: candidate.term }),
    reason('travel', { minutes: roundMinutes(journey.minutes), mode: journey.mode, from: journey.from }),
    ...hoursReasons(matched),
    offer.placesFree === undefined ? reason('ask-places') : reason('places', { free: offer.placesFree }),
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

function hoursReasons({ hours, journey, view, rules }: Matched): Reason[] {
  const asks: Reason[] = [];
  if (hours === null) asks.push(reason('ask-hours'));
  if (view.freeTimes.length === 0) asks.push(reason('ask-free-times'));
  if (hours === null || asks.length > 0) return asks;
  const from = journey.afternoon ? arrival(journey, view.dayEndsAt) : undefined;
  const met = firstMeeting(hours, view.freeTimes, rules.minimumOverlapMinutes, from);
  return met ? [reason('hours-fit', { ...met })] : [];
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

function eligibilityReason({ rule, answer }: Verdict, rules: Eligibility, spoken: readonly string[]): Reason {
  const asked = answer === 'unknown';
  const values = valuesOf(rule, rules);
  if (rule === 'language') {
    const required = rules.requiredLanguages ?? [];
    if (asked) return reason('ask-required-language', { languages: [...required].sort().join(',') });
    return reason('required-language-ok', { language: firstShared(required, spoken) ?? '' });
  }
  if (asked) return reason(`ask-${rule}`, values);
  return reason(`${rule}-ok` as 'age-ok' | 'grade-ok' | 'residence-ok', values);
}

function valuesOf(rule: EligibilityRule, rules: Eligibility): Values {
  if (rule === 'age') return range(rules.minimumAge, rules.maximumAge);
  return rule === 'grade' ? range(rules.minimumGrade, rules.maximumGrade) : {};
}

function range(min: number | undefined, max: number | undefined): Values {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
