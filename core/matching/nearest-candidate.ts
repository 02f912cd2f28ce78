import { greatCircleKm } from '../geo/great-circle-km.ts';
import { chordBound, chordSquared } from '../geo/sphere-points.ts';
import { fastestTrip, type Trip } from '../travel/trip.ts';
import { type Court, comesInAfternoon, comesInEvening } from './judge-offer.ts';
import type { Origin } from './student-view.ts';
import type { Candidate } from './term-index.ts';

/**
 * The candidate with the fastest way from where its hours let the student come from, whatever a mode's maximum
 * and the other limits say; of equal ones the first. What is further than the best so far is not measured.
 */
export function nearestCandidate(
  court: Court,
  candidates: readonly Candidate[],
): { offer: number; trip: Trip } | undefined {
  const { view } = court;
  let best: { offer: number; trip: Trip } | undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (const { offer } of candidates) {
    const times = view.meeting(offer);
    const km = Math.min(
      comesInAfternoon(times)
        ? kmWithin(court, offer, view.afternoonOrigin, bound)
        : Number.POSITIVE_INFINITY,
      comesInEvening(times) ? kmWithin(court, offer, view.eveningOrigin, bound) : Number.POSITIVE_INFINITY,
    );
    const trip = km === Number.POSITIVE_INFINITY ? undefined : fastestTrip(km, view.modes, court.travel);
    if (!trip || (best && trip.minutes >= best.trip.minutes)) continue;
    best = { offer, trip };
    bound = chordBound(km);
  }
  return best;
}

/** Distance in km, or infinity where it is certainly beyond the bound or the origin is not known. */
function kmWithin({ points }: Court, offer: number, origin: Origin | undefined, bound: number): number {
  if (!origin || chordSquared(points, offer, origin.vector) > bound) return Number.POSITIVE_INFINITY;
  return greatCircleKm(origin.position, points.positions[offer]!);
}
