import type { Verdict } from '../eligibility/verdict.ts';
import { greatCircleKm } from '../geo/great-circle-km.ts';
import { clockOf } from '../schedule/clock.ts';
import type { TravelRules } from '../travel/travel.ts';
import { fastestTrip, roundMinutes } from '../travel/trip.ts';
import { isKeptOut } from './approvals.ts';
import {
  arrival,
  type Court,
  comesFromHome,
  comesInAfternoon,
  courtFor,
  isFull,
  type Journey,
  judgeOffer,
} from './judge-offer.ts';
import type { Limit, Reason } from './match.ts';
import type { MatchOffer } from './match-input.ts';
import type { PreparedMatching } from './prepare-matching.ts';
import { approvalReasons, eligibilityReason, hoursReasons, placesReason, valuesOf } from './reasons-of.ts';
import type { StudentView } from './student-view.ts';

/**
 * What one limit says of one offer. Where it is met or not known, the code is that of a match's reasons, and
 * `within-reach`; where it is not met, one of NO_CODES.
 */
export interface LimitAnswer extends Reason {
  limit: Limit | 'conditions';
  answer: 'passes' | 'asks' | 'fails';
}

/**
 * Why a limit removes an offer, with the numbers that go into the sentence.
 *
 * | code | values |
 * |---|---|
 * | `no-age` | `min`, `max` in years, those that are set |
 * | `no-grade` | `min`, `max`, and the student's `grade` |
 * | `no-language` | `languages` that it asks for, comma list |
 * | `no-residence` | – |
 * | `no-income`, `no-program`, `no-gender`, `no-attribute` | as their questions |
 * | `no-too-far` | `minutes`, `mode`, `from`, and the `maximum` of that mode |
 * | `no-hours` | `minutes`: at least so many at a stretch are needed |
 * | `no-hours-late` | `arrival`, `latest` "HH:MM": there at the earliest, and needed at the latest |
 * | `no-hours-far` | `minutes`: its times fit only in evenings or at weekends, when it is too far from home |
 * | `no-hours-morning` | `minutes`: it fits before school only, and the student would be late there |
 * | `no-full` | – |
 * | `no-agreement` | – |
 */
export const NO_CODES = [
  'no-age',
  'no-grade',
  'no-language',
  'no-residence',
  'no-income',
  'no-program',
  'no-gender',
  'no-attribute',
  'no-too-far',
  'no-hours',
  'no-hours-late',
  'no-hours-far',
  'no-hours-morning',
  'no-full',
  'no-agreement',
] as const;

/**
 * The answers to every limit, in the order of LIMITS, and the way there, whatever the limits say of it. Where nobody
 * knows where the student comes from, there is no way, and only the rules of eligibility are asked.
 */
export interface OfferAnswers {
  limits: LimitAnswer[];
  journey?: Journey;
}

export function answerLimits(prepared: PreparedMatching, court: Court, offer: number): OfferAnswers {
  const { view } = court;
  const eligibility = view.access(offer).verdicts.map((verdict) => ruleAnswer(verdict, view, court, offer));
  const ways = waysOf(prepared, court, offer);
  if (!ways) return { limits: eligibility };
  const { journey } = ways;
  return {
    limits: [
      ...eligibility,
      reachAnswer(court, ways.isInReach, journey),
      hoursAnswer(prepared, court, offer, ways),
      placesAnswer(court.offers[offer]!),
      ...approvalAnswer(court, court.offers[offer]!),
    ],
    journey,
  };
}

function passing(reason: Reason): Pick<LimitAnswer, 'answer' | 'code' | 'values'> {
  return { answer: reason.code.startsWith('ask-') ? 'asks' : 'passes', ...reason };
}

function ruleAnswer(verdict: Verdict, view: StudentView, { offers }: Court, offer: number): LimitAnswer {
  const { student } = view;
  const { eligibility } = offers[offer]!;
  if (verdict.answer !== 'no') {
    const reason = passing(eligibilityReason(verdict, eligibility, student.languages));
    return { limit: limitOf(verdict), ...reason };
  }
  const asked =
    verdict.limit === 'language'
      ? { languages: [...(eligibility.requiredLanguages ?? [])].sort().join(',') }
      : valuesOf(verdict, eligibility);
  const values = verdict.limit === 'grade' ? { ...asked, grade: student.grade } : asked;
  return { limit: verdict.limit, answer: 'fails', code: `no-${verdict.limit}`, values };
}

/** Insurance, referral and words can only be asked about. */
function limitOf({ rule }: Verdict): LimitAnswer['limit'] {
  return rule === 'insurance' || rule === 'referral' || rule === 'conditions' ? 'conditions' : rule;
}

interface Ways {
  isInReach: boolean;
  meets: boolean;
  /** The one that counts; where none does, the quickest, however long. */
  journey: Journey;
}

/** The judge is asked as if no rule, no full list and no missing agreement stood in the way, within and beyond the modes' maxima. */
function waysOf(prepared: PreparedMatching, court: Court, offer: number): Ways | undefined {
  const open = openCourt(court, offer);
  const within = judgeOffer(open, offer);
  if (within === undefined) return undefined;
  if (typeof within === 'object') return { isInReach: true, meets: true, journey: within };
  const isInReach = within !== 'too-far';
  const beyond = judgeOffer(courtFor(open.view, open, withoutMaximum(prepared.travel)), offer);
  const meets = !isInReach && typeof beyond === 'object';
  const journey = meets ? beyond : quickest(court, offer);
  return journey && { isInReach, meets, journey };
}

function openCourt(court: Court, offer: number): Court {
  const offers = [...court.offers];
  const { placesFree: _, ...open } = offers[offer]!;
  offers[offer] = open;
  const view: StudentView = { ...court.view, access: () => ({ verdicts: [], limit: undefined }) };
  return { ...court, offers, view, approval: undefined };
}

function withoutMaximum(travel: TravelRules): TravelRules {
  const maximumMinutes = Number.MAX_SAFE_INTEGER;
  const { walk, bike, bus, car } = travel;
  return {
    walk: { ...walk, maximumMinutes },
    bike: { ...bike, maximumMinutes },
    bus: { ...bus, maximumMinutes },
    car: { ...car, maximumMinutes },
  };
}

/** From where its hours let the student come from. */
function quickest({ view, points, travel }: Court, offer: number): Journey | undefined {
  const times = view.meeting(offer);
  let best: Journey | undefined;
  for (const afternoon of [true, false]) {
    if (!(afternoon ? comesInAfternoon(times) : comesFromHome(times))) continue;
    const origin = afternoon ? view.afternoonOrigin : view.eveningOrigin;
    const km = origin && greatCircleKm(origin.position, points.positions[offer]!);
    const trip = km === undefined ? undefined : fastestTrip(km, view.modes, travel);
    if (origin && trip && (!best || trip.minutes < best.minutes))
      best = { ...trip, from: origin.from, afternoon };
  }
  return best;
}

function reachAnswer({ travel }: Court, isInReach: boolean, { minutes, mode, from }: Journey): LimitAnswer {
  const values = { minutes: roundMinutes(minutes), mode, from, maximum: travel[mode].maximumMinutes };
  return isInReach
    ? { limit: 'too-far', answer: 'passes', code: 'within-reach', values }
    : { limit: 'too-far', answer: 'fails', code: 'no-too-far', values };
}

function placesAnswer(offer: MatchOffer): LimitAnswer {
  if (isFull(offer)) return { limit: 'full', answer: 'fails', code: 'no-full', values: {} };
  return { limit: 'full', ...passing(placesReason(offer)) };
}

/** Nothing where the school does not ask for approval. */
function approvalAnswer({ approval }: Court, offer: MatchOffer): LimitAnswer[] {
  const limit = 'not-approved';
  if (isKeptOut(approval, offer.organizationId))
    return [{ limit, answer: 'fails', code: 'no-agreement', values: {} }];
  return approvalReasons(offer, approval).map((reason) => ({ limit, ...passing(reason) }));
}

function hoursAnswer(
  { columns, rules }: PreparedMatching,
  { view }: Court,
  offer: number,
  { meets, journey }: Ways,
): LimitAnswer {
  const hours = columns.hours.values[columns.hours.of[offer]!] ?? null;
  if (meets) {
    const [reason] = hoursReasons({ hours, journey, view, rules });
    if (reason) return { limit: 'hours', ...passing(reason) };
  }
  const times = view.meeting(offer);
  const failed = { limit: 'hours', answer: 'fails' } as const;
  const values = { minutes: hours?.sessionMinutes ?? rules.minimumOverlapMinutes };
  if (times.evenings) return { ...failed, code: 'no-hours-far', values };
  if (!times.afternoons) return { ...failed, code: times.mornings ? 'no-hours-morning' : 'no-hours', values };
  const there = Math.min(24 * 60, Math.ceil(arrival(journey, view.dayEndsAt)));
  return {
    ...failed,
    code: 'no-hours-late',
    values: { ...values, arrival: clockOf(there), latest: clockOf(times.latestArrival) },
  };
}
