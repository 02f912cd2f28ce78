import { greatCircleKm } from '../geo/great-circle-km.ts';
import { chordBound, chordSquared, type SpherePoints } from '../geo/sphere-points.ts';
import { reachKm, type TravelRules } from '../travel/travel.ts';
import { bestTrip, type Trip } from '../travel/trip.ts';
import { isKeptOut, type SchoolApproval } from './approvals.ts';
import type { Limit } from './match.ts';
import type { MatchOffer } from './match-input.ts';
import type { MeetingTimes } from './meeting-times.ts';
import type { Origin, StudentView } from './student-view.ts';

/** How a student comes to an offer. `afternoon`: straight after a school day. */
export interface Journey extends Trip {
  from: Origin['from'];
  afternoon: boolean;
  /** From home before school: minute of the day by which one must leave for school. */
  leaveBy?: number;
}

/** What the judge looks things up in. */
export interface Court {
  view: StudentView;
  offers: readonly MatchOffer[];
  points: SpherePoints;
  travel: TravelRules;
  /** Squared chord beyond which no mode of the student reaches. */
  bound: number;
  /** Where the district of the student's school asks for agreements. */
  approval?: SchoolApproval | undefined;
}

export function courtFor(
  view: StudentView,
  { offers, points }: Pick<Court, 'offers' | 'points'>,
  travel: TravelRules,
): Court {
  const reach = Math.max(...view.modes.map((mode) => reachKm(travel[mode].maximumMinutes, travel[mode])));
  // reachKm inverts travelMinutes up to rounding; the metre keeps the bound on the safe side of it.
  return { view, offers, points, travel, bound: chordBound(reach + 0.001) };
}

/**
 * What comes of one offer for one student: the first limit in the order of LIMITS, or how to get there.
 * Undefined: no limit is known to be met, but neither the school's nor the home's place is known.
 */
export function judgeOffer(court: Court, offer: number): Limit | Journey | undefined {
  const { view } = court;
  const { limit } = view.access(offer);
  if (limit) return limit;
  if (!view.afternoonOrigin) return undefined;
  const times = view.meeting(offer);
  const afternoon = comesInAfternoon(times) ? inReach(court, offer, view.afternoonOrigin, true) : undefined;
  const home = comesFromHome(times) ? inReach(court, offer, view.eveningOrigin, false) : undefined;
  if (!afternoon && !home) return 'too-far';
  const journey = quicker(
    inTime(afternoon, times, view.dayEndsAt),
    home && inTimeFromHome(home, court, offer, times),
  );
  if (!journey) return 'hours';
  const judged = court.offers[offer]!;
  if (isFull(judged)) return 'full';
  return isKeptOut(court.approval, judged.organizationId) ? 'not-approved' : journey;
}

/** Places that are not known are a question; a figure that cannot be (below zero, none) takes nobody. */
export function isFull({ placesFree }: MatchOffer): boolean {
  return placesFree !== undefined && !(placesFree > 0);
}

/** From school in an afternoon, from home otherwise; from either where the hours do not tell. */
export function comesInAfternoon({ afternoons, evenings, mornings }: MeetingTimes): boolean {
  return afternoons || !(evenings || mornings);
}

export function comesFromHome({ afternoons, evenings, mornings }: MeetingTimes): boolean {
  return evenings || mornings || !afternoons;
}

/** Minute of the day at which a student may be there in an afternoon at the earliest. */
export function arrival(journey: Trip, dayEndsAt: number | undefined): number {
  return dayEndsAt === undefined ? 0 : dayEndsAt + journey.minutes;
}

function inReach(
  { points, bound, view, travel }: Court,
  offer: number,
  origin: Origin | undefined,
  afternoon: boolean,
): Journey | undefined {
  if (!origin || chordSquared(points, offer, origin.vector) > bound) return undefined;
  const trip = bestTrip(greatCircleKm(origin.position, points.positions[offer]!), view.modes, travel);
  return trip && { minutes: trip.minutes, mode: trip.mode, from: origin.from, afternoon };
}

/** Not before school has ended and the way is made, and then long enough. */
function inTime(
  journey: Journey | undefined,
  times: MeetingTimes,
  dayEndsAt: number | undefined,
): Journey | undefined {
  if (!journey || times.asked) return journey;
  return times.afternoons && arrival(journey, dayEndsAt) <= times.latestArrival ? journey : undefined;
}

/** In an evening or at a weekend at any time; in a morning early enough to be at school when it begins. */
function inTimeFromHome(
  journey: Journey,
  court: Court,
  offer: number,
  times: MeetingTimes,
): Journey | undefined {
  if (times.asked || !times.mornings) return times.asked || times.evenings ? journey : undefined;
  const way = minutesToSchool(court, offer);
  const isInTime = way !== undefined && way <= times.longestWay;
  if (!isInTime) return times.evenings ? journey : undefined;
  return { ...journey, leaveBy: (court.view.dayStartsAt ?? 0) - way };
}

function minutesToSchool({ points, view, travel }: Court, offer: number): number | undefined {
  const school = view.afternoonOrigin;
  return (
    school && bestTrip(greatCircleKm(points.positions[offer]!, school.position), view.modes, travel)?.minutes
  );
}

/** Of equally quick ones the first: from school. */
function quicker(a: Journey | undefined, b: Journey | undefined): Journey | undefined {
  return a && b ? (b.minutes < a.minutes ? b : a) : (a ?? b);
}
