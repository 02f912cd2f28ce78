import { expect } from 'chai';
import fc from 'fast-check';
import type { Connection } from 'mongoose';
import { isFinal, JOB_STATUSES, JobView } from '../../../core/jobs/job.ts';
import type { JobRecord } from '../../../server/jobs/job-collection.ts';
import { jobs } from '../../../server/jobs/job-collection.ts';
import {
  beginFinish,
  beginJob,
  cancelJob,
  claimRepair,
  completeJob,
  createJob,
  failJob,
  jobView,
  listJobs,
  readJob,
  reportProgress,
  silentJobs,
} from '../../../server/jobs/job-store.ts';
import { model } from '../../../server/store/collection.ts';
import { testDatabase } from '../../support/database.ts';

const RESULT = { 'a.b': 1, $c: '$d', counts: { read: 2 } };

/** What a job is in the model: nothing but what decides which step may come next. */
interface State {
  status: JobRecord['status'];
  finishing: boolean;
}

type Step = 'begin' | 'report' | 'finish' | 'complete' | 'fail' | 'cancel';

const STEPS: Record<Step, (db: Connection, id: string) => Promise<JobRecord | undefined>> = {
  begin: beginJob,
  report: (db, id) => reportProgress(db, id, { step: 'matching', done: 3, total: 7 }),
  finish: beginFinish,
  complete: (db, id) => completeJob(db, id, RESULT),
  fail: (db, id) => failJob(db, id, 'It did not work.'),
  cancel: cancelJob,
};

/** The state after a step; undefined where the step is refused. */
function next({ status, finishing }: State, step: Step): State | undefined {
  if (isFinal(status)) return undefined;
  if (step === 'begin') return { status: 'running', finishing };
  if (step === 'fail') return { status: 'failed', finishing };
  if (step === 'cancel') return finishing ? undefined : { status: 'cancelled', finishing };
  if (status !== 'running') return undefined;
  if (step === 'report') return { status, finishing };
  return step === 'finish' ? { status, finishing: true } : { status: 'complete', finishing };
}

describe('The store of jobs', () => {
  let db: Connection;
  let drop: () => Promise<void>;
  before(async () => {
    ({ connection: db, drop } = await testDatabase());
    await model(db, jobs).createIndexes();
  });
  after(() => drop());

  const create = (more: object = {}) =>
    createJob(db, { kind: 'match', params: {}, step: 'waiting', ...more });

  it('lets a job go the ways that the model goes, and no other', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...(Object.keys(STEPS) as Step[])), { minLength: 1, maxLength: 8 }),
        async (steps) => {
          const { id } = await create();
          let state: State = { status: 'queued', finishing: false };
          for (const step of steps) {
            const expected = next(state, step);
            const changed = await STEPS[step](db, id);
            expect(changed !== undefined, `${step} of ${JSON.stringify(state)}`).to.equal(
              expected !== undefined,
            );
            state = expected ?? state;
            expect(await readJob(db, id)).to.include(state);
          }
        },
      ),
      { numRuns: 40 },
    ));

  it('lets one of many who want to end a job at the same time do it', async () => {
    const { id } = await create();
    await beginJob(db, id);
    const ends = await Promise.all(
      [1, 2, 3].flatMap(() => [completeJob(db, id, {}), failJob(db, id, 'no'), cancelJob(db, id)]),
    );
    expect(ends.filter((end) => end !== undefined)).to.have.length(1);
    expect((await readJob(db, id))?.status).to.equal(ends.find((end) => end !== undefined)?.status);
  });

  it('never begins a job that was cancelled', async () => {
    const { id } = await create();
    await cancelJob(db, id);
    expect(await beginJob(db, id)).to.equal(undefined);
    expect(await reportProgress(db, id, { step: 'matching', done: 1 })).to.equal(undefined);
    const job = await readJob(db, id);
    expect(job).to.include({ status: 'cancelled' }).and.to.not.have.property('startedAt');
  });

  it('refuses to cancel once the last step has begun', async () => {
    const { id } = await create();
    await beginJob(db, id);
    await beginFinish(db, id);
    expect(await cancelJob(db, id)).to.equal(undefined);
    expect(await readJob(db, id)).to.include({ status: 'running' });
  });

  it('keeps the time of the first beginning when a job is begun again', async () => {
    const { id } = await create();
    const first = await beginJob(db, id);
    const second = await beginJob(db, id);
    expect(first?.startedAt).to.be.a('string');
    expect(second?.startedAt).to.equal(first?.startedAt);
    expect(second?.seenAt.getTime()).to.be.at.least(first?.seenAt.getTime() ?? 0);
  });

  it('keeps a result as it is, and counts all as done in a complete job', async () => {
    const { id } = await create();
    await beginJob(db, id);
    await reportProgress(db, id, { step: 'matching', done: 3, total: 7 });
    const job = await completeJob(db, id, RESULT);
    expect(job).to.deep.include({ result: RESULT, progress: { step: 'matching', done: 7, total: 7 } });
    expect(JobView.parse(jobView(job as JobRecord))).to.deep.equal(jobView(job as JobRecord));
  });

  it('shows people nothing of how a job is kept', async () => {
    const job = await create({ accountId: 'a', districtId: 'd', schoolIds: ['s'] });
    expect(jobView(job)).to.have.all.keys(
      'id',
      'kind',
      'number',
      'status',
      'params',
      'progress',
      'createdAt',
    );
  });

  it('numbers jobs upwards, whoever asks at the same time', async () => {
    const { connection, drop: dropFresh } = await testDatabase();
    try {
      await model(connection, jobs).createIndexes();
      const ask = () => createJob(connection, { kind: 'gaps', params: {}, step: 'waiting' });
      const first = await Promise.all(Array.from({ length: 20 }, ask));
      const numbers = first.map((job) => job.number).sort((a, b) => a - b);
      expect(numbers).to.deep.equal(Array.from({ length: 20 }, (_, n) => n + 1));
      expect((await ask()).number).to.equal(21);
    } finally {
      await dropFresh();
    }
  });

  it('lists the newest first, and counts only what is wanted against the limit', async () => {
    const made: JobRecord[] = [];
    for (const schoolId of ['oak', 'elm', 'oak', 'elm', 'elm'])
      made.push(await create({ kind: 'import', schoolIds: [schoolId] }));
    const all = await listJobs(db, 'import');
    expect(all.map(({ number }) => number)).to.deep.equal(made.map(({ number }) => number).reverse());
    const oak = (job: JobRecord) => job.schoolIds?.[0] === 'oak';
    expect(await listJobs(db, 'import', { limit: 2, wanted: oak })).to.have.length(2);
    expect((await listJobs(db, 'import', { limit: 1, schoolId: 'oak' }))[0]?.id).to.equal(made[2]?.id);
    await cancelJob(db, made[1]?.id ?? '');
    for (const status of JOB_STATUSES) {
      const expected = { queued: 4, cancelled: 1 }[status as string] ?? 0;
      expect(await listJobs(db, 'import', { status }), status).to.have.length(expected);
    }
  });

  it('finds the jobs of which nothing was heard, and gives each to one who asks for its repair', async () => {
    const { id } = await create();
    const ended = await create();
    await cancelJob(db, ended.id);
    const silent = await silentJobs(db, new Date(Date.now() + 1000));
    expect(silent.map((job) => job.id))
      .to.include(id)
      .and.to.not.include(ended.id);
    expect(await silentJobs(db, new Date(0))).to.deep.equal([]);
    const job = silent.find((each) => each.id === id) as JobRecord;
    // Nothing changes within the same millisecond: two claims must differ by the time that they write.
    await model(db, jobs).updateOne({ _id: id }, { $set: { seenAt: new Date(5) } } as object);
    const claims = await Promise.all(
      [1, 2, 3, 4].map(() => claimRepair(db, { ...job, seenAt: new Date(5) })),
    );
    expect(claims.filter((claim) => claim !== undefined)).to.have.length(1);
    expect((await readJob(db, id))?.repairs).to.equal(1);
  });
});
