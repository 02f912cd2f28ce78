import type { SitingProblem } from './siting-problem.ts';

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
