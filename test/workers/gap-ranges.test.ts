import { expect } from 'chai';
import { type GapParams, type GapResult, GapParams as Params } from '../../core/gaps/gap.ts';
import { seededRandom } from '../../scripts/demo/random.ts';
import { showAreaSet, writeAreas } from '../../server/demand/area-set-store.ts';
import type { Deps } from '../../server/deps.ts';
import { readGapResult } from '../../server/gaps/gap-store.ts';
import { measureGaps } from '../../server/gaps/measure-gaps.ts';
import { rangeProblems, ranges } from '../../server/gaps/ranges/range-collections.ts';
import { startGapRun } from '../../server/gaps/start-gap-run.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { announced } from '../../server/jobs/job-events.ts';
import { cancelJob, readJob } from '../../server/jobs/job-store.ts';
import { model } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { computeGapRun } from '../../workers/compute-gaps.ts';
import { countRange, sumRange } from '../../workers/do-range.ts';
import { finishGapRun } from '../../workers/finish-gaps.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';

const AREAS = 120;
const SCHOOLS = 2;
const PER_RANGE = 12;
const RANGES = Math.ceil((AREAS + SCHOOLS) / PER_RANGE);
const ASKED = Params.parse({
  terms: ['food-pantry'],
  minutes: 15,
  mode: 'car',
  measure: { method: 'e2sfca', limit: 15 },
  demandOf: 'children',
});

describe('A gap run that is too large for one worker', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let deps: Deps;
  let wanted: GapResult;

  before(async () => {
    const env = { JOB_LOCK_MS: '1000', GAP_RANGE_AREAS: String(PER_RANGE) };
    at = await testApp({ routes: [], collections: [...allCollections], env });
    deps = at.deps;
    await storeTown(deps.db, littleTown({ offerCount: 60, schoolCount: SCHOOLS }));
    await storeAreas(deps);
    wanted = await inOneGo(ASKED);
  });
  after(() => at.close());

  async function inOneGo(params: GapParams): Promise<GapResult> {
    const result = await measureGaps(deps, params, async () => true, deps.clock());
    if (!result) throw new Error('it was not computed');
    return JSON.parse(JSON.stringify(result));
  }

  async function storedOf(runId: string): Promise<GapResult> {
    const result = await readGapResult(deps.db, runId);
    if (!result) throw new Error('nothing was stored');
    return JSON.parse(JSON.stringify(result));
  }

  async function expectNoneLeft() {
    for (const spec of [rangeProblems, ranges])
      expect(await model(deps.db, spec).countDocuments(), spec.name).to.equal(0);
  }

  /** Does a run's tasks as they come, without a queue: each of a phase in this order. */
  async function doByHand(params: GapParams, order: readonly number[]): Promise<GapResult> {
    const { id } = await startGapRun(
      { ...deps, queues: { ...deps.queues, askSoon: async () => {} } },
      params,
    );
    const still = { ...deps, queues: { ...deps.queues, ask: async () => {} } };
    await computeGapRun(still, id);
    for (const n of order) await countRange(still, id, n);
    for (const n of order) await sumRange(still, id, n);
    await finishGapRun(still, id);
    return storedOf(id);
  }

  it('tells what it would tell in one go, ranges of people included', async () => {
    const { id } = await startGapRun(deps, ASKED);
    runTasks(deps);
    const job = await jobEnd(deps, id);
    await deps.queues.close();
    expect(job).to.include({ status: 'complete' });
    expect(job.progress).to.include({ step: 'measuring', done: 2 * RANGES, total: 2 * RANGES });
    const found = await storedOf(id);
    expectAlike(found, wanted);
    expect(found.byArea!.filter(({ accessLow }) => accessLow !== undefined).length).to.be.above(5);
    expect(found.byArea!.filter(({ outOfReach }) => outOfReach).length).to.be.within(1, AREAS - 30);
    await expectNoneLeft();
  });

  it('gives the same bytes in whatever order its ranges are done, and how often', async () => {
    const forth = Array.from({ length: RANGES }, (_, n) => n);
    const back = [...forth].reverse();
    const once = JSON.stringify(await doByHand(ASKED, forth));
    expect(JSON.stringify(await doByHand(ASKED, [...back, ...forth.slice(0, 4), ...back]))).to.equal(once);
    await expectNoneLeft();
  });

  it('measures relative to the mean of all ranges', async () => {
    const asked = Params.parse({ ...ASKED, measure: { ...Object(ASKED.measure), relative: true } });
    const order = Array.from({ length: RANGES }, (_, n) => n);
    expectAlike(await doByHand(asked, order), await inOneGo(asked));
  });

  it('is finished by another worker when the first is killed in the middle', async () => {
    const first = await startWorker(deps.config, { GAP_RANGE_AREAS: '4' });
    const { id } = await startGapRun(deps, ASKED);
    const middle = await jobEnd(deps, id, ({ progress }) => progress.done > 2);
    await endWorker(first, 'SIGKILL');
    expect(middle.status).to.equal('running');
    const { status, progress } = (await readJob(deps.db, id))!;
    expect(status).to.equal('running');
    expect(progress.done).to.be.below(progress.total!);
    runTasks(deps);
    const job = await jobEnd(deps, id);
    await deps.queues.close();
    expect(job.status).to.equal('complete');
    expectAlike(await storedOf(id), wanted);
    await expectNoneLeft();
  });

  it('leaves nothing when it is cancelled', async () => {
    const { id } = await startGapRun(deps, ASKED);
    const still = { ...deps, queues: { ...deps.queues, ask: async () => {} } };
    await computeGapRun(still, id);
    await countRange(still, id, 0);
    await announced(deps, cancelJob(deps.db, id));
    await countRange(still, id, 1);
    await expectNoneLeft();
    expect(await readGapResult(deps.db, id)).to.equal(undefined);
    await deps.queues.open('gaps').obliterate({ force: true });
  });

  it('begins anew when areas have changed since it was cut', async () => {
    const { id } = await startGapRun(deps, ASKED);
    const asked: string[] = [];
    const still = {
      ...deps,
      queues: { ...deps.queues, ask: async (_: string, task: string) => void asked.push(task) },
    };
    await computeGapRun(still, id);
    for (let n = 0; n < RANGES; n++) await countRange(still, id, n);
    for (let n = 0; n < RANGES; n++) await sumRange(still, id, n);
    await storeAreas(deps, { people: 7 });
    await finishGapRun(still, id);
    expect(asked.at(-1)).to.equal('compute');
    await expectNoneLeft();
    runTasks(deps);
    expect((await jobEnd(deps, id)).status).to.equal('complete');
    expectAlike(await storedOf(id), await inOneGo(ASKED));
  });
});

/** Sums in another order differ in their last digits. */
function expectAlike(found: GapResult, wanted: GapResult): void {
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value;
  const rounded = (result: GapResult) => JSON.parse(JSON.stringify(result, round));
  expect(rounded(found)).to.deep.equal(rounded(wanted));
}

/** Areas around the little town, every third with a margin of error. */
async function storeAreas({ db }: Deps, change: { people?: number } = {}): Promise<void> {
  const random = seededRandom(11);
  const areas = Array.from({ length: AREAS }, (_, n) => {
    const point: [number, number] = [-96.6 + 0.4 * random.next(), 40.4 + 0.4 * random.next()];
    const people = change.people ?? random.int(0, 90) + 1;
    const margin = n % 3 === 0 ? { low: people * 0.8, high: people * 1.4 } : {};
    return { id: `area-${String(n).padStart(4, '0')}`, point, people, ...margin };
  });
  const set = `set-${change.people ?? 'first'}`;
  await writeAreas(db, set, areas);
  await showAreaSet(db, {
    set,
    source: 'test',
    filename: 'areas.csv',
    importedAt: '2026-01-01T00:00:00.000Z',
    areas: AREAS,
  });
}
