import { checkPlacement } from '../../../core/placement/check-placement.ts';
import { livingPlacement, placementNow, problemNow } from '../../../core/placement/living-placement.ts';
import type { Placement, PlacementProblem } from '../../../core/placement/problem.ts';
import { changeRequest } from '../../../core/placement/repair-placement.ts';
import { seededRandom } from '../../demo/random.ts';
import { quantile, round } from '../quantile.ts';

const REPAIRS = 1000;
const SEED = 7;

/** One request after the other gets new scores for all its services; each time the placement is repaired. */
export function measureRepairs(problem: PlacementProblem, placement: Placement) {
  const random = seededRandom(SEED);
  const begun = performance.now();
  const living = livingPlacement(problem, placement);
  const opened = performance.now() - begun;
  const times: number[] = [];
  for (let n = 0; n < REPAIRS; n++) {
    const request = random.int(0, problem.first.length - 2);
    const edges = Array.from(
      problem.service.subarray(problem.first[request], problem.first[request + 1]),
      (service) => ({ service, score: random.int(1, 1000) }),
    );
    const started = performance.now();
    changeRequest(living, request, { edges, urgency: 1 });
    times.push(performance.now() - started);
  }
  return {
    repairs: REPAIRS,
    repair_open_ms: round(opened, 0),
    repair_median_ms: round(quantile(times, 0.5), 4),
    repair_p99_ms: round(quantile(times, 0.99), 3),
    repair_max_ms: round(Math.max(...times), 2),
    repaired_proven: checkPlacement(problemNow(living), placementNow(living), living.worth).optimal,
    memory_with_repairs_mb: round(process.resourceUsage().maxRSS / 1024, 0),
  };
}
