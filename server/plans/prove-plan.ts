import { performance } from 'node:perf_hooks';
import { checkPlacement, type PlacementCheck } from '../../core/placement/check-placement.ts';
import type { PlanCertificate } from '../../core/placement/plan.ts';
import type { PlanOutcome } from '../../core/placement/plan-input.ts';

/** The certificate of a plan, by the checker that trusts nobody. Undefined where it finds a fault: such a plan is none. */
export function provePlan(
  outcome: PlanOutcome,
  { solveMs, checkedAt }: Pick<PlanCertificate, 'solveMs' | 'checkedAt'>,
): PlanCertificate | undefined {
  const begun = performance.now();
  const check: PlacementCheck = checkPlacement(outcome.problem, outcome.placement);
  const checkMs = performance.now() - begun;
  if (!check.optimal) return undefined;
  const { first, service } = outcome.problem;
  return {
    optimal: outcome.isProven,
    checkedAt,
    gap: outcome.gap,
    requests: first.length - 1,
    edges: service.length,
    solveMs,
    checkMs,
  };
}
