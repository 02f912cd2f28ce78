import { assignNearest } from './assign-nearest.ts';
import { countedPlaces, unreachedCost } from './counted-places.ts';
import { servePeople } from './room/serve-people.ts';
import type { SitingProblem } from './siting-problem.ts';

/** What an open set is worth by the model's own measure, always added up in the order of the places. */
export function worthOf(
  problem: SitingProblem,
  open: readonly number[],
  counted = countedPlaces(problem),
): number {
  if (problem.model === 'lscp') return open.reduce((sum, site) => sum + (problem.siteCost?.[site] ?? 1), 0);
  if (problem.capacity) return worthWithin(problem, open, counted);
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

/** The same where sites can take so many. */
function worthWithin(problem: SitingProblem, open: readonly number[], counted: number[]): number {
  const served = servePeople(problem, open, counted);
  const took = served.reduce((sum, { people }) => sum + people, 0);
  if (problem.model === 'mclp') return took;
  const { cost, sites, weights } = problem;
  const all = counted.reduce((sum, place) => sum + weights[place]!, 0);
  return served.reduce(
    (sum, { place, site, people }) => sum + people * cost[place * sites + site]!,
    Math.max(0, all - took) * unreachedCost(problem),
  );
}
