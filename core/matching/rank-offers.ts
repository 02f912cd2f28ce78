import { roundMinutes } from '../travel/trip.ts';
import type { Court, Journey } from './judge-offer.ts';
import type { MatchingRules } from './match.ts';
import { costFactor, type Factors, placesFactor, scoreOf, travelFactor, weightFactor } from './score.ts';
import type { Candidate } from './term-index.ts';
import type { Wish } from './wishes.ts';

/** An offer that no limit removed. */
export interface Ranked {
  candidate: Candidate;
  journey: Journey;
  factors: Factors;
  score: number;
}

export function rankedOffer(
  wish: Wish,
  candidate: Candidate,
  journey: Journey,
  { offers, view }: Court,
  rules: MatchingRules,
): Ranked {
  const offer = offers[candidate.offer]!;
  const factors = {
    term: rules.fit[candidate.fit],
    urgency: weightFactor(wish.weight),
    travel: travelFactor(journey.minutes, rules.travelHalfMinutes),
    places: placesFactor(offer.placesFree),
    language: view.languageFactor(candidate.offer),
    cost: costFactor(offer.free),
    continuity: view.continuityFactor(candidate.offer),
  };
  return { candidate, journey, factors, score: scoreOf(factors, rules.weights) };
}

/** Best first: by score, then minutes as shown, then id (which is the order of positions). */
export function compareRanked(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    roundMinutes(a.journey.minutes) - roundMinutes(b.journey.minutes) ||
    a.candidate.offer - b.candidate.offer
  );
}

/** Keeps a list sorted and no longer than `size`. */
export function insertRanked(list: Ranked[], ranked: Ranked, size: number): void {
  if (list.length === size && compareRanked(ranked, list[size - 1]!) >= 0) return;
  let at = list.length;
  while (at > 0 && compareRanked(ranked, list[at - 1]!) < 0) at--;
  list.splice(at, 0, ranked);
  if (list.length > size) list.pop();
}
