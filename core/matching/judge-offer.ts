import { greatCircleKm } from '../geo/great-circle-km.ts';
import { chordBound, chordSquared } from '../geo/sphere-points.ts';
import { reachKm, type TravelRules } from '../travel/travel.ts';
import { bestTrip, fastestTrip, type Trip } from '../travel/trip.ts';
import type { Limit } from './match.ts';
import type { MeetingTimes } from './meeting-times.ts';
import type { OfferColumns } from './offer-columns.ts';
import type { Origin, StudentView } from './student-view.ts';

/** How a student comes to an offer. `afternoon`: straight after a school day. */
export interface Journey extends Trip {
  from: Origin['from'];
  afternoon: boolean;
}

/**
 * What came of one offer for one student: the first limit in the order of LIMITS, or how to get there.
 * Neither: nobody knows where the student comes from.
 */
export type Judgement = { limit?: Limit; journey?: Journey };

export interface Judge {
  judge(offer: number): Judgement;
  /** The fastest journey, whatever a mode's maximum and the hours say. */
  fastest(offer: number): Journey | undefined;
}

export function judgeFor(view: StudentView, { offers, points }: OfferColumns, travel: TravelRules): Judge {
  const reach = Math.max(...view.modes.map((mode) => reachKm(travel[mode].maximumMinutes, travel[mode])));
  // reachKm inverts travelMinutes up to rounding; the metre keeps the bound on the safe side of it.
  const bound = chordBound(reach + 0.001);

  function inReach(offer: number, origin: Origin): Trip | undefined {
    if (chordSquared(points, offer, origin.vector) > bound) return undefined;
    return bestTrip(kmTo(offer, origin), view.modes, travel);
  }

  function kmTo(offer: number, origin: Origin): number {
    return greatCircleKm(origin.position, points.positions[offer]!);
  }

  return {
    judge(offer) {
      const limit = view.eligibilityLimit(offer);
      if (limit) return { limit };
      if (!view.afternoonOrigin) return {};
      const times = view.meeting(offer);
      const journeys = journeysTo(times, view, (origin) => inReach(offer, origin));
      if (journeys.length === 0) return { limit: 'too-far' };
      const journey = quickest(journeys.filter((way) => isInTime(way, times, view.dayEndsAt)));
      if (!journey) return { limit: 'hours' };
      return offers[offer]!.placesFree === 0 ? { limit: 'full' } : { journey };
    },
    fastest: (offer) =>
      quickest(
        journeysTo(view.meeting(offer), view, (origin) =>
          fastestTrip(kmTo(offer, origin), view.modes, travel),
        ),
      ),
  };
}

/** From school in an afternoon, from home otherwise; from either where the hours do not tell. */
function journeysTo(
  times: MeetingTimes,
  { afternoonOrigin, eveningOrigin }: StudentView,
  tripFrom: (origin: Origin) => Trip | undefined,
): Journey[] {
  const either = !times.afternoons && !times.evenings;
  const journeys: Journey[] = [];
  const add = (origin: Origin | undefined, afternoon: boolean) => {
    const trip = origin && tripFrom(origin);
    if (trip) journeys.push({ ...trip, from: origin.from, afternoon });
  };
  if (times.afternoons || either) add(afternoonOrigin, true);
  if (times.evenings || either) add(eveningOrigin, false);
  return journeys;
}

/** Whether the student is there long enough: in an afternoon not before school has ended and the way is made. */
function isInTime(journey: Journey, times: MeetingTimes, dayEndsAt: number | undefined): boolean {
  if (times.asked) return true;
  if (!journey.afternoon) return times.evenings;
  return times.afternoons && arrival(journey, dayEndsAt) <= times.latestArrival;
}

/** Minute of the day at which a student may be there in an afternoon at the earliest. */
export function arrival(journey: Trip, dayEndsAt: number | undefined): number {
  return dayEndsAt === undefined ? 0 : dayEndsAt + journey.minutes;
}

/** Of equally quick ones the first: from school. */
function quickest(journeys: readonly Journey[]): Journey | undefined {
  let best: Journey | undefined;
  for (const journey of journeys) if (!best || journey.minutes < best.minutes) best = journey;
  return best;
}
