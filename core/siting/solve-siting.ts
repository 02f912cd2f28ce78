import { assignNearest } from './assign-nearest.ts';
import { checkProblem } from './check-problem.ts';
import { dropIdle } from './drop-idle.ts';
import { searchSites } from './search-sites.ts';
import type { SitingOptions, SitingProblem, SitingResult } from './siting-problem.ts';
import { worthOf } from './worth-of.ts';

/**
 * The best sites to open, proven, or the best found with a bound when it is stopped. The same problem gives the same
 * result; where one plan is better than all others, in any order of places and sites. A site without which the plan is
 * worth the same stays closed. @throws SitingProblemError for what cannot be asked
 */
export function solveSiting(problem: SitingProblem, options: SitingOptions = {}): SitingResult {
  checkProblem(problem);
  const found = searchSites(problem, options);
  const open = dropIdle(problem, found.open);
  const objective = worthOf(problem, open);
  return {
    open,
    assigned: assignNearest(problem, open, problem.radius),
    objective,
    bound: found.proven ? objective : found.bound,
    proven: found.proven,
    nodes: found.nodes,
  };
}
