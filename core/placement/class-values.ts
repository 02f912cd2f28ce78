import type { PlacementProblem } from './problem.ts';

const URGENCIES = 3;

/**
 * What one step of urgency is worth, in score points: more than all scores of any placement together, so that placing
 * requests of urgency u is worth u × this and a placement of the highest value places as many of urgency 3 as can be,
 * then of 2, then of 1, and has the highest total score of those.
 *
 * Multiples are enough, powers are not needed: the sets of requests that can be placed together are the independent
 * sets of a transversal matroid (J. Edmonds and D. R. Fulkerson, J. Res. NBS 69B, 1965), and of those the ones of the
 * highest weight have, whatever the weights are, the most of the heaviest class, then of the next (R. Rado, 1957).
 * Without urgency it is 0. @throws RangeError where the values would not be exact
 */
export function classWorth({ first, capacity, score, urgency }: PlacementProblem): number {
  if (!urgency) return 0;
  const seats = capacity.reduce((sum, places) => sum + places, 0);
  const worth = 1 + highest(score) * Math.min(first.length - 1, seats);
  if (URGENCIES * worth + highest(score) > Number.MAX_SAFE_INTEGER)
    throw new RangeError('Scores and requests are too many for exact values.');
  return worth;
}

/** Per request: what placing it is worth before any score. */
export function stakes({ first, urgency }: PlacementProblem, worth: number): Float64Array {
  const stake = new Float64Array(first.length - 1);
  if (urgency)
    for (let request = 0; request < stake.length; request++) stake[request] = worth * urgency[request]!;
  return stake;
}

/** The highest of some whole numbers, at least 0. */
export function highest(numbers: Int32Array | Float64Array): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) if (numbers[at]! > most) most = numbers[at]!;
  return most;
}
