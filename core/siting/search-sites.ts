import { buildFacilities } from './build-facilities.ts';
import { countedPlaces } from './counted-places.ts';
import { type FoundPlan, type Search, searchPlans } from './search-plans.ts';
import type { SitingProblem } from './siting-problem.ts';

/** Any model but p-centre; for mclp the cost is the people who are not covered. */
export function searchSites(problem: SitingProblem, search: Search): FoundPlan {
  const found = searchPlans(buildFacilities(problem), search);
  return problem.model === 'lscp' ? { ...found, open: coverRest(problem, found.open) } : found;
}

/** Whom only sites that cost nothing cover, no search has to weigh: the first such site of each is opened. */
function coverRest(problem: SitingProblem, open: readonly number[]): number[] {
  const { cost, sites, radius = 0, siteCost } = problem;
  const all = [...open];
  for (const place of countedPlaces(problem)) {
    const covers = (site: number) => cost[place * sites + site]! <= radius;
    if (all.some(covers)) continue;
    for (let site = 0; site < sites; site++)
      if (covers(site) && siteCost?.[site] === 0) {
        all.push(site);
        break;
      }
  }
  return all;
}
