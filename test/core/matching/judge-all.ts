import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import {
  type Court,
  comesFromHome,
  comesInAfternoon,
  judgeOffer,
} from '../../../core/matching/judge-offer.ts';
import type { NearestCandidate } from '../../../core/matching/nearest-candidate.ts';
import type { Candidate } from '../../../core/matching/term-index.ts';
import { fastestTrip } from '../../../core/travel/trip.ts';

/* What the matcher finds by asking the tree, found by asking every offer of the term in turn. */

export function judgeAll(court: Court, candidates: readonly Candidate[]) {
  const removed: Record<string, number> = {};
  const passed: unknown[] = [];
  for (const candidate of candidates) {
    const judged = judgeOffer(court, candidate.offer);
    if (typeof judged === 'string') removed[judged] = (removed[judged] ?? 0) + 1;
    else if (judged) passed.push([candidate, judged]);
  }
  return { removed, passed };
}

export function nearestOfAll({ view, points, travel }: Court, candidates: readonly Candidate[]) {
  let best: NearestCandidate | undefined;
  for (const { offer } of candidates) {
    const times = view.meeting(offer);
    const origins = [
      ...(comesInAfternoon(times) ? [view.afternoonOrigin] : []),
      ...(comesFromHome(times) ? [view.eveningOrigin] : []),
    ].filter((origin) => origin !== undefined);
    for (const { position } of origins) {
      const trip = fastestTrip(greatCircleKm(position, points.positions[offer]!), view.modes, travel);
      if (trip && (!best || trip.minutes < best.trip.minutes)) best = { offer, trip };
    }
  }
  return best;
}
