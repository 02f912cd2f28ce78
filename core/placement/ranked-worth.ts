import { classWorth } from './class-values.ts';
import type { PlacementProblem } from './problem.ts';

/**
 * What serving one need of urgency 0 (none), 1, 2 and 3 is worth, where needs are kept together. Multiples are not
 * enough then: what can be placed is no matroid any more, and a company of four of urgency 1 must not outweigh one
 * urgent need. With m needs in companies each prefix of the most urgent classes is served at most 2m times less than
 * without companies, so worth grows by 2m + 2 from class to class; the lowest exceeds all scores of a plan together.
 */
export type RankedWorth = readonly [0, number, number, number];

export function rankedWorth(lowest: number, together: number): RankedWorth {
  const step = 2 * together + 2;
  return [0, lowest, lowest * step, lowest * step * step];
}

/** Whether sums over so many needs of a company are exact. */
export function isExact([, , , highest]: RankedWorth, needs: number): boolean {
  return highest * (needs + 2) <= Number.MAX_SAFE_INTEGER;
}

export function stakesOf({ urgency, first }: PlacementProblem, worth: RankedWorth): Float64Array {
  return Float64Array.from({ length: first.length - 1 }, (_, request) => worth[urgency?.[request] ?? 0]!);
}

/**
 * Prices under multiples of one worth as prices under these. The duals are a cover for each class, those of at least
 * this urgency, added up; so they stay duals whatever each class is worth.
 */
export function liftPrices(price: Float64Array, problem: PlacementProblem, worth: RankedWorth): Float64Array {
  const step = classWorth(problem);
  return price.map((own, at) => {
    if (problem.capacity[at] === 0 || step === 0) return own;
    const urgency = Math.min(3, Math.max(0, Math.round(own / step)));
    return Math.max(0, worth[urgency]! + own - urgency * step);
  });
}
