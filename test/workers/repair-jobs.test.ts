import { mkdtemp, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { sleep } from '../../scripts/data-servers/processes/sleep.ts';
import type { Deps } from '../../server/deps.ts';
import { jobs } from '../../server/jobs/job-collection.ts';
import { beginFinish, beginJob, createJob, type NewJob, readJob } from '../../server/jobs/job-store.ts';
import { model } from '../../server/store/collection.ts';
import { keepRepairing, repairJobs } from '../../workers/repair-jobs.ts';
import { signOfLife } from '../../workers/sign-of-life.ts';
import { testApp } from '../support/app.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';

describe('The repair of jobs', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let deps: Deps;
  beforeEach(async () => {
    at = await testApp({ routes: [], env: { JOB_LOCK_MS: '1000' } });
    deps = at.deps;
  });
  afterEach(() => at.close());

  /** A job of which nothing was heard for long. */
  async function silentJob(kind: NewJob['kind'], more: object = {}) {
    const job = await createJob(deps.db, { kind, params: { scope: 'district' }, step: 'waiting' });
    const seenAt = new Date(Date.now() - 3_600_000);
    await model(deps.db, jobs).collection.updateOne({ _id: job.id } as object, { $set: { seenAt, ...more } });
    return job;
  }
  const asked = async (queue: 'matches' | 'gaps' | 'imports') =>
    (await deps.queues.open(queue).getWaiting()).map(({ name, data }) => [name, data.jobId]);

  it('asks again for each kind of job by its first step', async () => {
    const [match, gaps, upload] = [
      await silentJob('match'),
      await silentJob('gaps'),
      await silentJob('import'),
    ];
    expect(await repairJobs(deps)).to.equal(3);
    expect(await asked('matches')).to.deep.equal([['begin', match.id]]);
    expect(await asked('gaps')).to.deep.equal([['compute', gaps.id]]);
    expect(await asked('imports')).to.deep.equal([['import', upload.id]]);
    expect(await repairJobs(deps)).to.equal(0);
  });

  it('asks for the last step where that had begun', async () => {
    const job = await silentJob('match', { status: 'running', finishing: true });
    await repairJobs(deps);
    expect(await asked('matches')).to.deep.equal([['finish', job.id]]);
  });

  it('leaves jobs alone that are heard of or have ended', async () => {
    const { id } = await createJob(deps.db, { kind: 'gaps', params: {}, step: 'waiting' });
    await beginJob(deps.db, id);
    await silentJob('gaps', { status: 'cancelled' });
    expect(await repairJobs(deps)).to.equal(0);
  });

  it('gives up after so many times, with a sentence that says what is shown', async () => {
    const plain = await silentJob('match', { repairs: 5 });
    const late = await silentJob('match', { repairs: 5 });
    await beginJob(deps.db, late.id);
    await beginFinish(deps.db, late.id);
    const seenAt = new Date(0);
    await model(deps.db, jobs).collection.updateOne({ _id: late.id } as object, { $set: { seenAt } });
    await repairJobs(deps);
    const errors = await Promise.all(
      [plain, late].map(async ({ id }) => (await readJob(deps.db, id))?.error),
    );
    expect(errors).to.deep.equal([
      'The work was interrupted again and again. What was there before is unchanged. You can start it again.',
      'The work was interrupted again and again. Some of it may be shown already. You can start it again.',
    ]);
    expect(await asked('matches')).to.deep.equal([]);
  });

  it('is done once by many workers', async () => {
    const { id } = await silentJob('gaps');
    await Promise.all([1, 2, 3, 4].map(() => repairJobs(deps)));
    expect((await readJob(deps.db, id))?.repairs).to.equal(1);
  });
});

describe('A worker’s sign of life', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let dir = '';
  before(async () => {
    at = await testApp({ routes: [], env: { JOB_LOCK_MS: '200' } });
    dir = await mkdtemp(join(tmpdir(), 'trellis-health-'));
  });
  after(async () => {
    await rm(dir, { recursive: true, force: true });
    await at.close();
  });

  /** Looks now and then until a file is there and is new. */
  async function untilNew(file: string, after: number): Promise<void> {
    for (;;) {
      const found = await stat(file).catch(() => undefined);
      if (found && found.mtimeMs > after) return;
      await sleep(20);
    }
  }

  it('is a file that is written anew while the data servers answer', async () => {
    const file = join(dir, 'healthy');
    const worker = await startWorker(at.deps.config, { WORKER_HEALTH_FILE: file });
    try {
      await untilNew(file, 0);
      await utimes(file, 0, 0);
      await untilNew(file, 0);
      expect(Date.parse((await readFile(file, 'utf8')).trim())).to.be.a('number').and.not.NaN;
    } finally {
      await endWorker(worker);
    }
  });

  for (const away of ['redis', 'mongodb']) {
    it(`is not given while ${away} is away`, async () => {
      const refuse = async () => Promise.reject(new Error('away'));
      const redis = new Proxy(at.deps.redis, {
        get: (target, key) =>
          key === 'ping' && away === 'redis' ? refuse : Reflect.get(target, key, target),
      });
      const db =
        away === 'mongodb' ? (new Proxy(at.deps.db, { get: () => refuse }) as Deps['db']) : at.deps.db;
      let signs = 0;
      let repairs: ReturnType<typeof keepRepairing> | undefined;
      await new Promise<void>((resolve) => {
        let warnings = 0;
        const warn = () => {
          warnings += 1;
          if (warnings === 2) resolve();
        };
        const log = { ...at.deps.log, warn } as unknown as Deps['log'];
        repairs = keepRepairing({ ...at.deps, redis, db, log }, async () => {
          signs += 1;
        });
      });
      repairs?.stop();
      expect(signs).to.equal(0);
    });
  }

  it('is nothing where no file is named', () => signOfLife(undefined)());
});
