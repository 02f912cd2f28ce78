import { assignNearest } from './assign-nearest.ts';
import { checkProblem } from './check-problem.ts';
import { countedPlaces } from './counted-places.ts';
import { dropIdle } from './drop-idle.ts';
import { roomProblem } from './room/room-problem.ts';
import { searchRoom } from './room/search-room.ts';
import { servePeople } from './room/serve-people.ts';
import type { FoundPlan, Search } from './search-plans.ts';
import { searchSites } from './search-sites.ts';
import type { SitingOptions, SitingProblem, SitingResult } from './siting-problem.ts';
import { solveCentre } from './solve-centre.ts';
import { stopWatch } from './stop-watch.ts';
import { worthOf } from './worth-of.ts';

/**
 * The best sites to open, proven, or the best found with a bound when it is stopped. The same problem gives the same
 * result; where one plan is better than all others, in any order of places and sites. A site without which the plan is
 * worth the same stays closed. @throws SitingProblemError for what cannot be asked
 */
export function solveSiting(problem: SitingProblem, options: SitingOptions = {}): SitingResult {
  checkProblem(problem);
  const told = inOwnMeasure(problem);
  const search: Search = {
    isOver: stopWatch(options),
    onProgress: ({ cost, open }, bound, nodes) =>
      options.onProgress?.({ objective: told(cost), bound: told(bound), open: ascending(open), nodes }),
  };
  const found = findSites(problem, search);
  const open = dropIdle(problem, found.open);
  const objective = worthOf(problem, open);
  return {
    open,
    ...assignPeople(problem, open),
    objective,
    bound: found.proven ? objective : told(found.bound),
    proven: found.proven,
    nodes: found.nodes,
  };
}

function findSites(problem: SitingProblem, search: Search): FoundPlan {
  if (problem.model === 'p-centre') return solveCentre(problem, search);
  return problem.capacity ? searchRoom(roomProblem(problem), search) : searchSites(problem, search);
}

function assignPeople(
  problem: SitingProblem,
  open: readonly number[],
): Pick<SitingResult, 'assigned' | 'served'> {
  if (!problem.capacity) return { assigned: assignNearest(problem, open, problem.radius) };
  const served = servePeople(problem, open);
  const assigned = new Int32Array(problem.weights.length).fill(-1);
  const most = new Float64Array(assigned.length);
  for (const { place, site, people } of served) {
    if (people <= most[place]!) continue;
    most[place] = people;
    assigned[place] = site;
  }
  return { assigned, served };
}

/** The search counts for mclp whom it does not cover. */
function inOwnMeasure(problem: SitingProblem): (cost: number) => number {
  if (problem.model !== 'mclp') return (cost) => cost;
  const people = countedPlaces(problem).reduce((sum, place) => sum + problem.weights[place]!, 0);
  return (cost) => people - cost;
}

const ascending = (open: readonly number[]) => open.toSorted((a, b) => a - b);
