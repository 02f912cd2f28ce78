import { greatCircleKm } from '../geo/great-circle-km.ts';
import { visitNear } from '../geo/k-d-tree.ts';
import { chordBound } from '../geo/sphere-points.ts';
import { fastestTrip, type Trip } from '../travel/trip.ts';
import { type Court, comesFromHome, comesInAfternoon } from './judge-offer.ts';
import type { MeetingTimes } from './meeting-times.ts';
import type { Origin } from './student-view.ts';
import type { TermReach } from './term-reach.ts';

export interface NearestCandidate {
  offer: number;
  trip: Trip;
}

/**
 * The candidate with the fastest way from where its hours let the student come from, whatever a mode's maximum
 * and the other limits say; of equal ones the first. What is further than the best so far is not measured.
 */
export function nearestCandidate(
  { view, points, travel }: Court,
  { candidates, tree }: Pick<TermReach, 'candidates' | 'tree'>,
): NearestCandidate | undefined {
  let best: NearestCandidate | undefined;
  let bound = Number.POSITIVE_INFINITY;
  look(view.afternoonOrigin, comesInAfternoon);
  look(view.eveningOrigin, comesFromHome);
  return best;

  function look(origin: Origin | undefined, comes: (times: MeetingTimes) => boolean): void {
    if (!origin) return;
    visitNear(tree, origin.vector, bound, (place) => {
      const { offer } = candidates[place]!;
      if (!comes(view.meeting(offer))) return bound;
      const km = greatCircleKm(origin.position, points.positions[offer]!);
      const trip = fastestTrip(km, view.modes, travel);
      if (trip && isBetter(offer, trip)) {
        best = { offer, trip };
        bound = chordBound(km);
      }
      return bound;
    });
  }

  function isBetter(offer: number, trip: Trip): boolean {
    if (!best || trip.minutes !== best.trip.minutes) return !best || trip.minutes < best.trip.minutes;
    return offer < best.offer;
  }
}
