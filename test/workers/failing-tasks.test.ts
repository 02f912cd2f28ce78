import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Job } from 'bull';
import { expect } from 'chai';
import type { Deps } from '../../server/deps.ts';
import { storeUpload } from '../../server/imports/upload-store.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { cancelJob, createJob, readJob } from '../../server/jobs/job-store.ts';
import { matchChunks, matches } from '../../server/matches/match-collections.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { model } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { giveUp } from '../../workers/give-up.ts';
import { beginMatchRun } from '../../workers/match-begin.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { hookedDatabase } from './hooked-database.ts';

const SCHOOLS = { districtId: 'district', schoolIds: ['school-0', 'school-1'] };
const DISTRICT = { scope: 'district' } as const;

describe('A task that fails', () => {
  let close: () => Promise<void>;
  let deps: Deps;
  beforeEach(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections], env: { JOB_LOCK_MS: '1000' } }));
    await storeTown(deps.db, littleTown());
  });
  afterEach(() => close());

  const count = (filter: object = {}) => model(deps.db, matches).collection.countDocuments(filter);
  /** Deps whose database refuses to store matches so many times. */
  function failing(times: number): Deps & { failures(): number } {
    let failures = 0;
    const db = hookedDatabase(deps.db, matches, 'insertMany', () => {
      if (failures >= times) return;
      failures += 1;
      throw new Error('not primary');
    });
    return { ...deps, db, failures: () => failures };
  }

  it('is done again, and the run comes to its end', async () => {
    const broken = failing(1);
    const run = await startMatchRun(deps, DISTRICT, SCHOOLS);
    runTasks(broken);
    const job = await jobEnd(deps, run.id);
    expect(broken.failures()).to.equal(1);
    expect(job).to.include({ status: 'complete' });
    expect(job.result).to.include({ students: 40, computed: 40 });
    expect(await count({ current: true })).to.equal(40);
  });

  it('for good ends the run with a sentence, leaves nothing of it, and it can be started again', async () => {
    const broken = failing(1);
    const run = await createJob(deps.db, { kind: 'match', params: DISTRICT, step: 'waiting' });
    await beginMatchRun(deps, run.id);
    const queue = deps.queues.open('matches');
    await queue.obliterate({ force: true });
    await queue.add('chunk', { jobId: run.id, chunk: 0 }, { attempts: 1 });
    runTasks(broken);
    const job = await jobEnd(deps, run.id);
    expect(job).to.include({ status: 'failed' });
    expect(job.error).to.equal(
      'The work could not be finished. What was there before is unchanged. You can start it again.',
    );
    const again = await startMatchRun(deps, DISTRICT, SCHOOLS);
    expect(await jobEnd(deps, again.id)).to.include({ status: 'complete' });
    expect(await count({ runId: run.id })).to.equal(0);
    expect(await model(deps.db, matchChunks).countDocuments()).to.equal(0);
  });

  it('for good keeps no uploaded file: it may hold the homes of students', async () => {
    const run = await createJob(deps.db, { kind: 'import', params: {}, step: 'waiting' });
    await storeUpload(deps, run.id, Readable.from(['student_id,home_lat,home_lon\n']), 1000);
    await giveUp(deps, run.id, 'The work could not be finished.');
    for (const name of ['uploads.files', 'uploads.chunks'])
      expect(await deps.db.collection(name).countDocuments(), name).to.equal(0);
  });

  for (const [what, name, data] of [
    ['whose payload has not its shape', 'chunk', { jobId: 'no uuid', chunk: -1 }],
    ['without a payload', 'begin', null],
    ['that nobody knows', 'juggle', { jobId: 'x' }],
  ] as const) {
    it(`${what} is discarded, not tried again`, async () => {
      const queue = deps.queues.open('matches');
      let failures = 0;
      queue.on('failed', () => {
        failures += 1;
      });
      const done = once(queue, 'completed') as Promise<[Job]>;
      runTasks(deps);
      await queue.add(name, data);
      expect((await done)[0]).to.include({ name, attemptsMade: 0 });
      expect(failures).to.equal(0);
      const run = await startMatchRun(deps, DISTRICT, SCHOOLS);
      expect(await jobEnd(deps, run.id)).to.include({ status: 'complete' });
    });
  }

  it('leaves no plan behind when its run is cancelled while it is planned', async () => {
    const run = await createJob(deps.db, { kind: 'match', params: DISTRICT, step: 'waiting' });
    const db = hookedDatabase(deps.db, matchChunks, 'insertMany', async () => {
      await cancelJob(deps.db, run.id);
    });
    await beginMatchRun({ ...deps, db }, run.id);
    expect(await readJob(deps.db, run.id)).to.include({ status: 'cancelled' });
    expect(await model(deps.db, matchChunks).countDocuments()).to.equal(0);
    expect(await deps.queues.open('matches').count()).to.equal(0);
  });
});
