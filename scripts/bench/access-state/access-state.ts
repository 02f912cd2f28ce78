import { createHash } from 'node:crypto';
import { GapParams, type GapResult } from '../../../core/gaps/gap.ts';
import { travelMinutes } from '../../../core/travel/travel.ts';
import type { Deps } from '../../../server/deps.ts';
import { readGapResult } from '../../../server/gaps/gap-store.ts';
import { startGapRun } from '../../../server/gaps/start-gap-run.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { startChild } from '../../start/child.ts';
import type { BenchContext } from '../bench-context.ts';
import { withBenchDeps } from '../bench-deps.ts';
import { processCost } from '../process-cost.ts';
import { round } from '../quantile.ts';
import { makeState } from './make-state.ts';
import { stateOptions } from './state-options.ts';
import { storeState } from './store-state.ts';

const TERM = 'food-pantry';
/** [km, weight]. */
const STEPS = [
  [5, 1],
  [10, 0.68],
  [15, 0.22],
] as const;

/**
 * A gap run of an invented state, E2SFCA, by so many worker processes: from the ask to the stored result. What the
 * workers took is counted from their start on, so starting them is measured beside it. The hash is one of all results:
 * the same for any number of workers.
 */
export function benchAccessState({ root, args, print }: BenchContext): Promise<void> {
  const { blocks, services, workers } = stateOptions(args);
  return withBenchDeps(async (deps, env) => {
    const state = makeState(blocks, services);
    await storeState(deps.db, state, TERM);
    const children = state.blocks.reduce((sum, { people }) => sum + people, 0);
    for (const count of workers) {
      const started = Array.from({ length: count }, () => startChild(`${root}/workers/main.ts`, env));
      await Promise.all(started.map(({ ready }) => ready));
      const before = await costOf(started);
      const { seconds, result } = await runState(deps);
      const after = await costOf(started);
      print({
        workers: count,
        blocks,
        children,
        services,
        ranges: Math.ceil(result.byArea!.length / deps.config.workers.rangeAreas),
        seconds: round(seconds, 2),
        cpu_s: after && before && round(after.cpuSeconds - before.cpuSeconds, 2),
        worker_memory_mb: after && round(after.memoryMb, 0),
        worker_idle_memory_mb: before && round(before.memoryMb, 0),
        results: hashOf(result),
      });
      await Promise.all(started.map((worker) => worker.stop()));
    }
  });
}

async function runState(deps: Deps): Promise<{ seconds: number; result: GapResult }> {
  const rule = deps.rules.travel.car;
  const steps = STEPS.map(([km, weight]) => [travelMinutes(km, rule), weight]);
  const minutes = steps.at(-1)![0];
  const measure = { method: 'e2sfca', limit: minutes, decay: { kind: 'step', steps } };
  const asked = { terms: [TERM], minutes, mode: 'car', measure, demandOf: 'children' };
  const begun = performance.now();
  const { id } = await startGapRun(deps, GapParams.parse(asked));
  const { status, error } = await jobEnd(deps, id);
  const seconds = (performance.now() - begun) / 1000;
  const result = await readGapResult(deps.db, id);
  if (status !== 'complete' || !result) throw new Error(`the run ended ${status}: ${error}`);
  return { seconds, result };
}

/** Of all together the time, of the one that takes most the memory. */
async function costOf(workers: readonly { pid: number | undefined }[]) {
  const costs = await Promise.all(workers.map(({ pid }) => processCost(pid ?? 0)));
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length < workers.length) return undefined;
  return {
    cpuSeconds: known.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    memoryMb: Math.max(...known.map(({ memoryMb }) => memoryMb)),
  };
}

function hashOf({ byArea }: GapResult): string {
  return createHash('sha256').update(JSON.stringify(byArea)).digest('hex').slice(0, 16);
}
