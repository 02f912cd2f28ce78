import type { RaamProblem } from './raam-problem.ts';

/**
 * How much of all cost would be spared if everybody, with the others where they are, paid the cheapest way's: 0 just
 * where nobody would gain by going elsewhere (J. G. Wardrop, "Some theoretical aspects of road traffic research", 1952).
 */
export function equilibriumGap(
  { demand, ways: { start } }: RaamProblem,
  costs: Float64Array,
  going: Float64Array,
): number {
  let [spared, all] = [0, 0];
  for (let i = 0; i < demand.length; i++) {
    let cheapest = Number.POSITIVE_INFINITY;
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) cheapest = Math.min(cheapest, costs[pair]!);
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      if (going[pair] === 0) continue;
      all += going[pair]! * costs[pair]!;
      spared += going[pair]! * (costs[pair]! - cheapest);
    }
  }
  return all > 0 ? spared / all : 0;
}
