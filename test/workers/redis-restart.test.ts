import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { defaultCacheDir } from '../../scripts/data-servers/default-cache-dir.ts';
import { freePort } from '../../scripts/data-servers/processes/free-port.ts';
import { claimRunFolder, releaseRunFolder } from '../../scripts/data-servers/processes/run-folder.ts';
import { startRedis } from '../../scripts/data-servers/redis/start-redis.ts';
import type { StartContext } from '../../scripts/data-servers/start-context.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { matches } from '../../server/matches/match-collections.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { model } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { keepRepairing } from '../../workers/repair-jobs.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';

const SCHOOLS = { districtId: 'district', schoolIds: ['school-0', 'school-1'] };

describe('A match run whose Redis is restarted', function () {
  this.timeout(60_000);
  let context: StartContext;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  let at: Awaited<ReturnType<typeof testApp>>;

  beforeEach(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'trellis-redis-'));
    const { REDIS_URL: _given, ...env } = process.env;
    context = {
      env,
      dataDir,
      runDir: await claimRunFolder(dataDir),
      cacheDir: defaultCacheDir(env),
      redisPort: await freePort(),
      durability: 'off',
      onStep: () => undefined,
    };
    redis = await startRedis(context);
    at = await testApp({
      collections: [...allCollections],
      env: { REDIS_URL: redis.uri, JOB_LOCK_MS: '1000', WORKER_CONCURRENCY: '1' },
    });
    await storeTown(at.deps.db, littleTown({ studentCount: 1000 }));
  });
  afterEach(async () => {
    await at.close();
    for (const server of redis.servers) await server.stop();
    await releaseRunFolder(context.runDir);
    await rm(context.dataDir, { recursive: true, force: true });
  });

  async function killRedis(): Promise<void> {
    for (const { pid, died } of redis.servers) {
      process.kill(pid, 'SIGKILL');
      await died;
    }
  }

  async function everyStudentIsMatched(id: string): Promise<void> {
    const job = await jobEnd(at.deps, id);
    expect(job.error).to.equal(undefined);
    expect(job).to.include({ status: 'complete' });
    expect(await model(at.deps.db, matches).collection.countDocuments({ current: true })).to.equal(1000);
  }

  it('in the middle comes to its end', async () => {
    const run = await startMatchRun(at.deps, { scope: 'district' }, SCHOOLS);
    runTasks(at.deps);
    const repairs = keepRepairing(at.deps);
    await jobEnd(at.deps, run.id, ({ progress }) => progress.step === 'matching' && progress.done > 0);
    await killRedis();
    redis = await startRedis(context);
    await everyStudentIsMatched(run.id);
    repairs.stop();
  });

  it('is taken while Redis is away, and done once it is back', async () => {
    await killRedis();
    const run = await startMatchRun(at.deps, { scope: 'district' }, SCHOOLS);
    expect(run.status).to.equal('queued');
    redis = await startRedis(context);
    runTasks(at.deps);
    const repairs = keepRepairing(at.deps);
    await everyStudentIsMatched(run.id);
    repairs.stop();
  });
});
