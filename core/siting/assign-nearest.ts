import type { SitingProblem } from './siting-problem.ts';

/** Per demand place: the nearest open site within `limit`, of equals the first; -1 where there is none. */
export function assignNearest(
  { cost, sites, weights }: Pick<SitingProblem, 'cost' | 'sites' | 'weights'>,
  open: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): Int32Array {
  const assigned = new Int32Array(weights.length).fill(-1);
  for (let place = 0; place < assigned.length; place++) {
    let least = Number.POSITIVE_INFINITY;
    for (const site of open) {
      const way = cost[place * sites + site]!;
      if (way >= least || way > limit) continue;
      least = way;
      assigned[place] = site;
    }
  }
  return assigned;
}
