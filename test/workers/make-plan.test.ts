import { expect } from 'chai';
import { planPlacement } from '../../core/placement/plan-placement.ts';
import type { Deps } from '../../server/deps.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { jobs } from '../../server/jobs/job-collection.ts';
import { cancelJob, readJob } from '../../server/jobs/job-store.ts';
import { planCollections, planRows, plans } from '../../server/plans/plan-collections.ts';
import { readRowRecords } from '../../server/plans/plan-store.ts';
import { provePlan } from '../../server/plans/prove-plan.ts';
import { startPlan } from '../../server/plans/start-plan.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { makePlan } from '../../workers/make-plan.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';
import { hookedDatabase } from './hooked-database.ts';

const SCHOOLS = { districtId: 'district', schoolIds: ['school-0', 'school-1'] };

describe('The making of a plan', function () {
  this.timeout(60_000);
  let deps: Deps;
  let close: () => Promise<void>;
  beforeEach(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections], env: { JOB_LOCK_MS: '1000' } }));
  });
  afterEach(() => close());

  const ask = async () => (await startPlan(deps, { scope: 'district' }, SCHOOLS)).id;
  /** What is the same in every plan of the same. */
  const rowsOf = async (id: string) =>
    (await readRowRecords(deps.db, id)).map(({ id: _i, planId: _p, ...row }) => row);
  const stored = async (planId: string) =>
    Promise.all(
      planCollections.slice(0, 2).map(({ name }) =>
        deps.db.collection<{ _id: string; planId?: string }>(name).countDocuments({
          $or: [{ _id: planId }, { planId }],
        }),
      ),
    );

  it('comes out the same in whatever order its inputs lie', async () => {
    const town = littleTown({ studentCount: 60 });
    await storeTown(deps.db, town);
    const first = await ask();
    await makePlan(deps, first);
    for (const name of ['offers', 'schools', 'students']) await deps.db.collection(name).deleteMany({});
    await storeTown(deps.db, {
      offers: town.offers.toReversed(),
      schools: town.schools.toReversed(),
      students: town.students.toReversed().map((one) => ({ ...one, needs: one.needs.toReversed() })),
    });
    const second = await ask();
    await makePlan(deps, second);
    const rows = await rowsOf(first);
    expect(rows).to.have.length(120);
    expect(await rowsOf(second)).to.deep.equal(rows);
  });

  it('is repaired by doing it again, wherever it breaks off', async () => {
    await storeTown(deps.db, littleTown());
    const whole = await ask();
    await makePlan(deps, whole);
    const expected = await rowsOf(whole);
    for (const [spec, method] of [
      [planRows, 'insertMany'],
      [plans, 'create'],
    ] as const) {
      const id = await ask();
      const broken = hookedDatabase(deps.db, spec, method, () => {
        throw new Error('killed');
      });
      const failure = await makePlan({ ...deps, db: broken }, id).catch((error: Error) => error.message);
      expect(failure, spec.name).to.equal('killed');
      expect((await readJob(deps.db, id))?.status).to.equal('running');
      await makePlan(deps, id);
      expect(await readJob(deps.db, id)).to.deep.include({ status: 'complete' });
      expect(await rowsOf(id), spec.name).to.deep.equal(expected);
    }
  });

  it('leaves a plan that is stored as it is, with what was decided on it', async () => {
    await storeTown(deps.db, littleTown());
    const id = await ask();
    await makePlan(deps, id);
    const { result } = (await readJob(deps.db, id)) ?? {};
    const jobsIn = deps.db.collection<{ _id: string }>(jobs.name);
    await jobsIn.updateOne({ _id: id }, { $set: { status: 'running' }, $unset: { result: 1 } });
    await deps.db.collection(planRows.name).updateMany({ planId: id }, { $set: { decision: 7 } });
    await makePlan(deps, id);
    expect(await readJob(deps.db, id)).to.deep.include({ status: 'complete', result });
    expect((await rowsOf(id)).every(({ decision }) => decision === 7)).to.equal(true);
  });

  it('keeps nothing when it is called off, at whatever step', async () => {
    await storeTown(deps.db, littleTown());
    for (const step of ['students', 'choices', 'solving', 'checking', 'storing']) {
      const id = await ask();
      const redis = Object.create(deps.redis, {
        publish: {
          value: async (): Promise<number> => {
            if ((await readJob(deps.db, id))?.progress.step === step) await cancelJob(deps.db, id);
            return 0;
          },
        },
      });
      await makePlan({ ...deps, redis }, id);
      expect((await readJob(deps.db, id))?.status, step).to.equal('cancelled');
      expect(await stored(id), step).to.deep.equal([0, 0]);
    }
  });

  it('is finished by another worker when the first is killed', async () => {
    await storeTown(deps.db, littleTown({ studentCount: 1500 }));
    const first = await startWorker(deps.config);
    const id = await ask();
    await jobEnd(deps, id, ({ progress }) => progress.step === 'choices');
    await endWorker(first, 'SIGKILL');
    const second = await startWorker(deps.config);
    const job = await jobEnd(deps, id);
    await endWorker(second);
    expect(job).to.include({ status: 'complete' });
    expect(job.result).to.include({ needs: 3000, optimal: true });
    expect(await stored(id)).to.deep.equal([1, 3000]);
  });

  it('ends well where there is nobody, and nothing to go to', async () => {
    await storeTown(deps.db, littleTown({ studentCount: 2 }));
    await deps.db.collection('offers').deleteMany({});
    const id = await ask();
    await makePlan(deps, id);
    expect((await readJob(deps.db, id))?.result).to.include({ needs: 4, placed: 0, total: 0 });
    await deps.db.collection('students').deleteMany({});
    const empty = await ask();
    await makePlan(deps, empty);
    expect((await readJob(deps.db, empty))?.result).to.include({ needs: 0, optimal: true });
  });
});

describe('The certificate of a plan', () => {
  const times = { solveMs: 1, checkedAt: '2026-11-22T00:00:00.000Z' };
  const solve = () =>
    planPlacement({
      urgency: Uint8Array.of(1, 2),
      first: Uint32Array.of(0, 1, 2),
      offer: [0, 0],
      score: [9000, 5000],
      offerIds: ['a'],
      capacity: [1],
      searchLimit: 10,
    });

  it('says that nothing better is possible', () => {
    expect(provePlan(solve(), times)).to.include({ optimal: true, gap: 0, requests: 2, edges: 2 });
  });

  it('is given to no plan that was tampered with', () => {
    const outcome = solve();
    outcome.placement.edgeOf.set([0, -1]);
    expect(provePlan(outcome, times)).to.equal(undefined);
  });
});
