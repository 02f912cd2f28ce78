import { countedPlaces } from './counted-places.ts';
import type { SitingProblem } from './siting-problem.ts';
import { worthOf } from './worth-of.ts';

/** Leaves out sites without which the plan is worth the same, the last first. Ascending; never a fixed one. */
export function dropIdle(problem: SitingProblem, open: readonly number[]): number[] {
  const fixed = new Set(problem.fixed);
  let kept = open.toSorted((a, b) => a - b);
  if (problem.model === 'lscp') return kept;
  const counted = countedPlaces(problem);
  const value = worthOf(problem, kept, counted);
  if (value === Number.POSITIVE_INFINITY) return kept;
  for (const site of kept.toReversed()) {
    if (fixed.has(site)) continue;
    const without = kept.filter((other) => other !== site);
    if (worthOf(problem, without, counted) === value) kept = without;
  }
  return kept;
}
