import { checkPlacement } from '../../../core/placement/check-placement.ts';
import type { PlanInput, PlanOutcome } from '../../../core/placement/plan-input.ts';
import { planPlacement } from '../../../core/placement/plan-placement.ts';
import type { BenchContext } from '../bench-context.ts';
import { findPairs } from './find-pairs.ts';
import { readPlanInput } from './read-plan-input.ts';

const RUNS = 3;
/** Scores as they are, and as tenths of their range, so that many plans are equally good. */
const STEPS = [1, 100];
const PAIRS = [10, 50, 200];
/** Above so many requests only the fewest pairs, for each step of the search looks at all of them. */
const MANY_REQUESTS = 20_000;

/** Plans with invented groups and pairs, beside the same plans without: what fairness and keeping together cost. */
export async function benchChoices({ args: [folder], print }: BenchContext): Promise<void> {
  if (!folder) throw new Error('npm run bench -- choices <folder>');
  const { input, grade, category } = readPlanInput(folder);
  const size = { requests: input.urgency.length, edges: input.offer.length };
  const groups = { grade, category, sixty: Array.from(grade, (_, request) => Math.floor(request / 7) % 60) };
  for (const scoreStep of STEPS) {
    const score = Array.from(input.score, (worth) => Math.floor(worth / scoreStep) * scoreStep);
    const plain = timed({ ...input, score });
    for (const [by, group] of Object.entries(groups)) {
      const fair = timed({ ...input, score, fairBetween: group });
      const isBest = fair.plan.placement.total === plain.plan.placement.total && isChecked(fair.plan);
      print({
        ...size,
        fairBy: by,
        scoreStep,
        ...fair.plan.fairness,
        isBest,
        planMs: plain.ms,
        withFairnessMs: fair.ms,
      });
    }
  }
  const plain = timed(input);
  for (const count of size.requests > MANY_REQUESTS ? PAIRS.slice(0, 1) : PAIRS) {
    const together = findPairs(input, count);
    const { ms, plan } = timed({ ...input, together });
    const { isProven, gap, steps } = plan;
    print({ ...size, pairs: together.length, isProven, gap, steps, planMs: plain.ms, withPairsMs: ms });
  }
}

/** The quickest of some runs, in processor time. */
function timed(input: PlanInput): { plan: PlanOutcome; ms: number } {
  const runs = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    const plan = planPlacement(input);
    const { user, system } = process.cpuUsage(before);
    return { plan, ms: Math.round((user + system) / 1000) };
  });
  return runs.reduce((one, other) => (other.ms < one.ms ? other : one));
}

function isChecked({ problem, placement }: PlanOutcome): boolean {
  return checkPlacement(problem, placement).optimal;
}
