import { assignNearest } from './assign-nearest.ts';
import type { SitingProblem } from './siting-problem.ts';

/** What an open set is worth by the model's own measure, always added up in the order of the places. */
export function worthOf(
  problem: SitingProblem,
  open: readonly number[],
  counted = countedPlaces(problem),
): number {
  if (problem.model === 'lscp') return open.reduce((sum, site) => sum + (problem.siteCost?.[site] ?? 1), 0);
  const assigned = assignNearest(problem, open, problem.radius);
  const ways = counted.map((place) => {
    const site = assigned[place]!;
    return site < 0 ? Number.POSITIVE_INFINITY : problem.cost[place * problem.sites + site]!;
  });
  if (problem.model === 'p-centre') return ways.reduce((longest, way) => Math.max(longest, way), 0);
  const unreached = problem.model === 'p-median' ? unreachedCost(problem) : 0;
  return counted.reduce((sum, place, at) => {
    const way = ways[at]! < Number.POSITIVE_INFINITY ? (problem.model === 'mclp' ? 1 : ways[at]!) : unreached;
    return sum + problem.weights[place]! * way;
  }, 0);
}

/** What somebody counts in p-median whom a candidate could reach and no open site does. */
export function unreachedCost({ cost, unreachedCost }: SitingProblem): number {
  if (unreachedCost !== undefined) return unreachedCost;
  let longest = 0;
  for (const way of cost) if (way > longest && way < Number.POSITIVE_INFINITY) longest = way;
  return 2 * longest;
}

/** The places in which people are whom a candidate reaches. */
export function countedPlaces({ cost, sites, weights, radius = Number.MAX_VALUE }: SitingProblem): number[] {
  const counted: number[] = [];
  for (let place = 0; place < weights.length; place++) {
    if (weights[place] === 0) continue;
    let site = 0;
    while (site < sites && !(cost[place * sites + site]! <= radius)) site++;
    if (site < sites) counted.push(place);
  }
  return counted;
}
