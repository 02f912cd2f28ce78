import type { PlacementProblem } from './problem.ts';

/** Urgencies are 1 to this. */
export const URGENCIES = 3;
export const HIGHEST_SCORE = 10_000;

/**
 * What one step of urgency is worth, in score points: more than all scores of any placement together, so that placing
 * requests of urgency u is worth u × this and a placement of the highest value places as many of urgency 3 as can be,
 * then of 2, then of 1, and has the highest total score of those.
 *
 * Multiples are enough, powers are not needed: the sets of requests that can be placed together are the independent
 * sets of a transversal matroid (J. Edmonds and D. R. Fulkerson, J. Res. NBS 69B, 1965), and of those the ones of the
 * highest weight have, whatever the weights are, the most of the heaviest class, then of the next (R. Rado, 1957).
 * Without urgency it is 0. @throws RangeError where values would not be exact
 */
export function classWorth(problem: PlacementProblem, most = highestScore(problem)): number {
  const { first, capacity, urgency } = problem;
  const seats = capacity.reduce((sum, places) => sum + places, 0);
  const worth = 1 + most * Math.min(first.length - 1, seats);
  if (URGENCIES * worth + most > Number.MAX_SAFE_INTEGER) throw new RangeError('Too many requests.');
  return urgency ? worth : 0;
}

/** Per request: what placing it is worth before any score. */
export function stakes({ first, urgency }: PlacementProblem, worth: number): Float64Array {
  return Float64Array.from({ length: first.length - 1 }, (_, request) => worth * (urgency?.[request] ?? 0));
}

/** @throws RangeError above 10,000 or below 0 */
export function highestScore({ score }: PlacementProblem): number {
  let most = 0;
  let least = 0;
  for (let edge = 0; edge < score.length; edge++) {
    if (score[edge]! > most) most = score[edge]!;
    if (score[edge]! < least) least = score[edge]!;
  }
  if (least < 0 || most > HIGHEST_SCORE) throw new RangeError(`A score is ${least < 0 ? least : most}.`);
  return most;
}
