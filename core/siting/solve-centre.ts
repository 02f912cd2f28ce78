import { countedPlaces } from './counted-places.ts';
import { dropIdle } from './drop-idle.ts';
import type { FoundPlan, Search } from './search-plans.ts';
import { searchSites } from './search-sites.ts';
import type { SitingProblem } from './siting-problem.ts';
import { worthOf } from './worth-of.ts';

/**
 * The shortest longest way is one of the costs. Halving finds it: whether sites can have everybody within a cost is a
 * question of covering (E. Minieka, 1970). Where not everybody can be reached, it is endless, and the sites are those
 * that reach most people.
 */
export function solveCentre(problem: SitingProblem, search: Search): FoundPlan {
  const places = countedPlaces(problem);
  const costs = possibleCosts(problem, places);
  const plan: FoundPlan = { open: [...(problem.fixed ?? [])], cost: 0, bound: 0, proven: true, nodes: 0 };
  /** Everything below `low` is impossible, `high` is possible. */
  let [low, high] = [0, costs.length];
  const tell = () => {
    plan.cost = costs[high] ?? Number.POSITIVE_INFINITY;
    plan.bound = costs[low] ?? Number.POSITIVE_INFINITY;
    search.onProgress?.(plan, plan.bound, plan.nodes);
  };
  for (let at = costs.length - 1; low < high; at = (low + high) >> 1) {
    const found = coverWithin(problem, costs[at]!, search);
    plan.nodes += found.nodes;
    if (found.isPossible) {
      plan.open = found.open;
      high = costs.indexOf(worthOf(problem, found.open, places));
    } else if (found.proven) low = at + 1;
    else break;
    tell();
  }
  plan.proven = low === high;
  if (costs.length === 0 || high < costs.length) return plan;
  tell();
  return { ...plan, ...reachMost(problem, costs.at(-1)!, search) };
}

/** Ascending, from the least within which every place has any site at all. */
function possibleCosts({ cost, sites }: SitingProblem, places: readonly number[]): Float64Array {
  const ways = new Float64Array(places.length * sites);
  let [count, floor] = [0, 0];
  for (const place of places) {
    let nearest = Number.POSITIVE_INFINITY;
    for (let site = 0; site < sites; site++) {
      const way = cost[place * sites + site]!;
      if (way < nearest) nearest = way;
      if (way < Number.POSITIVE_INFINITY) ways[count++] = way;
    }
    floor = Math.max(floor, nearest);
  }
  const sorted = ways.subarray(0, count).sort();
  return sorted.filter((way, at) => way >= floor && way !== sorted[at - 1]);
}

/**
 * Whether sites within the limits have everybody within the radius. As few sites as can be, or as cheap as can be, where
 * there is one limit; where there are two, whether nobody is left out.
 */
function coverWithin(problem: SitingProblem, radius: number, { isOver }: Search) {
  const { p, budget, siteCost, ...rest } = problem;
  const isBoth = p !== undefined && budget !== undefined;
  const enough = isBoth ? 0 : (budget ?? p ?? 0);
  const cover: SitingProblem = isBoth
    ? { ...problem, model: 'mclp', radius, weights: problem.weights.map((weight) => (weight > 0 ? 1 : 0)) }
    : { ...rest, model: 'lscp', radius, ...(budget !== undefined && siteCost ? { siteCost } : {}) };
  const found = searchSites(cover, { isOver, enough });
  return { ...found, isPossible: found.cost <= enough * (1 + 1e-9) };
}

function reachMost(problem: SitingProblem, radius: number, { isOver }: Search) {
  const reach: SitingProblem = { ...problem, model: 'mclp', radius };
  const { open } = searchSites(reach, { isOver });
  return { open: dropIdle(reach, open) };
}
