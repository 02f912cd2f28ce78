import { getEventListeners } from 'node:events';
import { expect } from 'chai';
import type { Deps } from '../../../server/deps.ts';
import { followJob, jobEnd } from '../../../server/jobs/follow-job.ts';
import { announced } from '../../../server/jobs/job-events.ts';
import {
  beginJob,
  cancelJob,
  completeJob,
  createJob,
  failJob,
  reportProgress,
} from '../../../server/jobs/job-store.ts';
import { testApp } from '../../support/app.ts';

/** So long that nothing is seen by it: what is seen was announced. */
const NEVER = 3_600_000;

describe('Following a job', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let deps: Deps;
  /** How many listen now. */
  let listeners = 0;
  before(async () => {
    at = await testApp({ routes: [] });
    const { jobListener } = at.deps;
    const on: Deps['jobListener']['on'] = (id, listener) => {
      listeners += 1;
      const stop = jobListener.on(id, listener);
      return () => {
        listeners -= 1;
        stop();
      };
    };
    deps = { ...at.deps, jobListener: { ...jobListener, on } };
  });
  after(() => at.close());
  afterEach(() => expect(listeners).to.equal(0));

  const create = () => createJob(deps.db, { kind: 'gaps', params: {}, step: 'waiting' });
  /** Resolves when the announcements of this Redis are heard. */
  async function untilHeard(): Promise<void> {
    const { id } = await create();
    await new Promise<void>((resolve) => {
      const ring = setInterval(() => void announced(deps, beginJob(deps.db, id)), 20);
      const stop = at.deps.jobListener.on(id, () => {
        clearInterval(ring);
        stop();
        resolve();
      });
    });
  }

  it('shows it as it is, then each announced change, and ends when it has ended', async () => {
    await untilHeard();
    const { id } = await create();
    const seen: string[] = [];
    const steps = [
      () => beginJob(deps.db, id),
      () => reportProgress(deps.db, id, { step: 'measuring', done: 1 }),
      () => completeJob(deps.db, id, {}),
    ];
    for await (const job of followJob(deps, id, { beatMs: NEVER })) {
      const last = `${job.status} ${job.progress.step}`;
      if (seen.at(-1) === last) continue;
      seen.push(last);
      const step = steps.shift();
      if (step) await announced(deps, step());
    }
    expect(seen).to.deep.equal([
      'queued waiting',
      'running waiting',
      'running measuring',
      'complete measuring',
    ]);
  });

  it('shows a change whose announcement was lost', async () => {
    const { id } = await create();
    const seen: string[] = [];
    for await (const job of followJob(deps, id, { beatMs: 10 })) {
      if (seen.at(-1) !== job.status) seen.push(job.status);
      await (job.status === 'queued' ? beginJob(deps.db, id) : failJob(deps.db, id, 'no'));
    }
    expect(seen).to.deep.equal(['queued', 'running', 'failed']);
  });

  it('ends when nobody wants to see it any more, and leaves nothing at the signal', async () => {
    const { id } = await create();
    const left = new AbortController();
    let seen = 0;
    for await (const _job of followJob(deps, id, { signal: left.signal, beatMs: NEVER })) {
      seen += 1;
      setImmediate(() => left.abort());
    }
    expect(seen).to.equal(1);
    expect(getEventListeners(left.signal, 'abort')).to.deep.equal([]);
  });

  it('shows nothing to somebody who has left before it began', async () => {
    const { id } = await create();
    for await (const _job of followJob(deps, id, { signal: AbortSignal.abort() })) expect.fail('was shown');
  });

  it('leaves no listener behind when who follows breaks off', async () => {
    const { id } = await create();
    for await (const _job of followJob(deps, id, { beatMs: NEVER })) break;
    await followJob(deps, id, { beatMs: NEVER }).return(undefined);
  });

  it('ends at once for a job that is not there', async () => {
    for await (const _job of followJob(deps, 'nothing')) expect.fail('was shown');
    const error = await jobEnd(deps, 'nothing').catch((cause: Error) => cause);
    expect(error).to.be.an('error').with.property('message', 'job nothing is gone');
  });

  it('lets many follow one job', async () => {
    await untilHeard();
    const { id } = await create();
    const ends = Promise.all(Array.from({ length: 20 }, () => jobEnd(deps, id)));
    await announced(deps, cancelJob(deps.db, id));
    expect(new Set((await ends).map(({ status }) => status))).to.deep.equal(new Set(['cancelled']));
  });
});
