import type { AccessProblem } from './access-problem.ts';

/**
 * Cost of the k-th nearest site with places, each site at its cheapest way; Infinity where fewer lie within the limit.
 * Equally near ones are as good as each other, so ties change nothing.
 */
export function nearestSites(
  { supply, pairs: { start, site, cost } }: AccessProblem,
  limit: number,
  k: number,
): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, i) => {
    const cheapest = new Map<number, number>();
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      const [own, way] = [site[pair]!, cost[pair]!];
      if (way <= limit && supply[own]! > 0) cheapest.set(own, Math.min(way, cheapest.get(own) ?? way));
    }
    return [...cheapest.values()].sort((a, b) => a - b)[k - 1] ?? Number.POSITIVE_INFINITY;
  });
}
