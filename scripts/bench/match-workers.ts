import { createHash } from 'node:crypto';
import type { Deps } from '../../server/deps.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { type MatchRecord, matches } from '../../server/matches/match-collections.ts';
import { unpackWishes } from '../../server/matches/pack-wishes.ts';
import { scopeSchools } from '../../server/matches/scope-schools.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { studentSealers } from '../../server/sealing/student-sealer.ts';
import { model, type Stored } from '../../server/store/collection.ts';
import { startChild } from '../start/child.ts';
import { loadDemo } from '../start/load-demo.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { multiplyOffers } from './multiply-offers.ts';
import { round } from './quantile.ts';

const OFFERS = 20_000;
const RUNS = 3;

/**
 * A district run of the demo's students against 20,000 offers by 1, 2 and 4 worker processes, of three runs each the
 * quickest. The hash is one of all results in the order of the students: the same for any number.
 */
export function benchMatchWorkers({ root, print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps, env) => {
    await loadDemo(deps, () => undefined);
    await multiplyOffers(deps.db, OFFERS);
    let alone: number | undefined;
    for (const count of [1, 2, 4]) {
      const workers = Array.from({ length: count }, () =>
        startChild(`${root}/workers/main.ts`, { ...env, WORKER_CONCURRENCY: '1' }),
      );
      await Promise.all(workers.map(({ ready }) => ready));
      const seconds: number[] = [];
      let students = 0;
      for (let run = 0; run < RUNS; run++) {
        await model(deps.db, matches).deleteMany({});
        const result = await runDistrict(deps);
        seconds.push(Number(result.milliseconds) / 1000);
        students = Number(result.computed);
      }
      const least = Math.min(...seconds);
      alone ??= least;
      print({
        workers: count,
        students,
        seconds: round(least),
        studentsPerSecond: Math.round(students / least),
        quicker: round(alone / least),
        results: await hashOfResults(deps),
      });
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });
}

async function runDistrict(deps: Deps): Promise<Record<string, unknown>> {
  const asked = await scopeSchools(deps.db, { scope: 'district' });
  if (!asked) throw new Error('the demo has no schools');
  const started = await startMatchRun(deps, { scope: 'district' }, asked);
  const { status, result } = await jobEnd(deps, started.id);
  if (status !== 'complete' || !result) throw new Error(`the run ended ${status}`);
  return result;
}

/** Of what was found, byte by byte; stored it is sealed, and no two seals are alike. */
async function hashOfResults(deps: Deps): Promise<string> {
  const found = await model<MatchRecord>(deps.db, matches)
    .find({ current: true }, { studentId: 1, packed: 1 })
    .sort({ studentId: 1 })
    .lean<Stored<MatchRecord>[]>();
  const sealers = await studentSealers(
    deps,
    found.map(({ studentId }) => studentId),
  );
  const hash = createHash('sha256');
  for (const { studentId, packed } of found) {
    const sealer = sealers.get(studentId);
    if (!sealer) throw new Error(`${studentId} has no key`);
    hash.update(studentId).update(JSON.stringify(unpackWishes(sealer, packed)));
  }
  return hash.digest('hex').slice(0, 16);
}
