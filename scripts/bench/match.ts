import { jobEnd } from '../../server/jobs/follow-job.ts';
import { matches } from '../../server/matches/match-collections.ts';
import { scopeSchools } from '../../server/matches/scope-schools.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { model } from '../../server/store/collection.ts';
import { startChild } from '../start/child.ts';
import { loadDemo } from '../start/load-demo.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { quantile, round } from './quantile.ts';

const RUNS = 5;

/**
 * A district match run of the demo in a worker process, storage included: cold (the worker's first), then warm. The
 * lower bound is writing the very documents that a run has written, from memory, in batches of the same size.
 */
export function benchMatch({ root, print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps, env) => {
    await loadDemo(deps, () => undefined);
    const worker = startChild(`${root}/workers/main.ts`, env);
    await worker.ready;
    const asked = await scopeSchools(deps.db, { scope: 'district' });
    if (!asked) throw new Error('the demo has no schools');
    const seconds: number[] = [];
    const bounds: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      await model(deps.db, matches).deleteMany({});
      const started = await startMatchRun(deps, { scope: 'district' }, asked);
      const { result } = await jobEnd(deps, started.id);
      seconds.push(Number(result?.milliseconds) / 1000);
      bounds.push(await writeAgain(deps.db));
      if (run === 0) print({ run: 'cold', seconds: seconds[0], ...result });
    }
    const warm = quantile(seconds.slice(1), 0.5);
    const bound = quantile(bounds, 0.5);
    print({
      run: 'warm',
      runs: RUNS - 1,
      secondsMedian: round(warm),
      writingSecondsMedian: round(bound, 3),
      ratio: round(warm / bound, 1),
    });
    await worker.stop();
  });
}

async function writeAgain(db: Parameters<typeof model>[0]): Promise<number> {
  const documents = await model(db, matches).collection.find().toArray();
  const copy = db.collection('bench_copy');
  await copy.deleteMany({});
  const begun = performance.now();
  for (let start = 0; start < documents.length; start += 200) {
    await copy.insertMany(documents.slice(start, start + 200), { ordered: false });
  }
  return (performance.now() - begun) / 1000;
}
