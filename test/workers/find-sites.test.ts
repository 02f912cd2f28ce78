import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import type { Position } from '../../core/geo/point.ts';
import { SitingAsk } from '../../core/where-next/siting-ask.ts';
import { SitingOutcome } from '../../core/where-next/siting-outcome.ts';
import { sitingRows } from '../../core/where-next/siting-rows.ts';
import type { SitingQuestion } from '../../core/where-next/tell-siting.ts';
import { seededRandom } from '../../scripts/demo/random.ts';
import type { Deps } from '../../server/deps.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { cancelJob, readJob } from '../../server/jobs/job-store.ts';
import { sitingResults } from '../../server/siting/siting-collection.ts';
import { readSiting } from '../../server/siting/siting-store.ts';
import { startSitingRun } from '../../server/siting/start-siting-run.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { findSites } from '../../workers/find-sites.ts';
import { giveUp } from '../../workers/give-up.ts';
import { solveApart } from '../../workers/solve-apart.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';
import { hookedDatabase } from './hooked-database.ts';

const ASK = SitingAsk.parse({
  model: 'mclp',
  terms: ['vision-glasses'],
  minutes: 15,
  mode: 'walk',
  sites: 2,
  candidates: 'schools',
});

describe('The search for sites', function () {
  this.timeout(60_000);
  let deps: Deps;
  let close: () => Promise<void>;
  before(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections], env: { JOB_LOCK_MS: '1000' } }));
    const town = littleTown({ studentCount: 120, schoolCount: 6 });
    const students = town.students.map((one, n) => ({
      ...one,
      homeCell: latLngToCell(40.5, -96.5 + (n % 6) * 0.05, 7),
    }));
    await storeTown(deps.db, { ...town, students });
  });
  after(() => close());

  const ask = async (change: object = {}) => (await startSitingRun(deps, { ...ASK, ...change })).id;
  const stored = (id: string) =>
    deps.db.collection<{ _id: string }>(sitingResults.name).countDocuments({ _id: id });

  it('stores an answer of the promised shape, and comes out the same again', async () => {
    const first = await ask();
    await findSites(deps, first);
    const outcome = await readSiting(deps.db, first);
    expect(SitingOutcome.parse(outcome)).to.deep.equal(outcome);
    expect(outcome?.proposed).to.have.length(2);
    expect(outcome?.people).to.deep.equal([{ people: 120 }]);
    expect(outcome?.existing).to.have.length(6);
    expect(outcome?.travel).to.include({ engine: 'straight', estimated: true });
    const [before, , after] = outcome!.steps.map(({ inTime }) => inTime[0]!.people);
    expect(after).to.be.greaterThan(before!);
    expect(await readJob(deps.db, first)).to.deep.include({
      status: 'complete',
      result: { sites: 2, inTimeBefore: before, inTimeAfter: after, proven: true },
    });
    expect(outcome?.byNumber?.map(({ sites }) => sites.length)).to.deep.equal([1, 2]);
    const second = await ask();
    await findSites(deps, second);
    expect(await readSiting(deps.db, second)).to.deep.equal(outcome);
  });

  it('keeps to the room of new sites, and of what stands as far as that was told', async () => {
    const offers = deps.db.collection('offers');
    // Those that told have no place free; one of them has seven in all.
    const told = await offers.find({ terms: 'vision-glasses', placesFree: 0 }).toArray();
    await offers.updateOne({ _id: told[0]!._id }, { $set: { placesMaximum: 7 } });
    const id = await ask({ capacity: 25 });
    await findSites(deps, id);
    const outcome = await readSiting(deps.db, id);
    expect(SitingOutcome.parse(outcome)).to.deep.equal(outcome);
    const untold = outcome!.existing.length - told.length;
    expect(outcome?.standing).to.include({ services: told.length, room: 7, untold });
    expect(outcome?.standing?.takes).to.be.within(0, 7);
    for (const { takes } of outcome!.proposed) expect(takes).to.be.within(1, 25);
    expect(outcome?.proof.proven).to.equal(true);
  });

  it('keeps nothing when it is called off, at whatever step', async () => {
    for (const step of ['students', 'ways', 'siting']) {
      const id = await ask();
      const redis = Object.create(deps.redis, {
        publish: {
          value: async (): Promise<number> => {
            if ((await readJob(deps.db, id))?.progress.step === step) await cancelJob(deps.db, id);
            return 0;
          },
        },
      });
      await findSites({ ...deps, redis }, id);
      expect((await readJob(deps.db, id))?.status, step).to.equal('cancelled');
      expect(await stored(id), step).to.equal(0);
    }
  });

  it('is repaired by doing it again, wherever it breaks off, and leaves nothing where it is given up', async () => {
    const id = await ask();
    const broken = hookedDatabase(deps.db, sitingResults, 'replaceOne', () => {
      throw new Error('killed');
    });
    const failure = await findSites({ ...deps, db: broken }, id).catch((error: Error) => error.message);
    expect(failure).to.equal('killed');
    expect(await readJob(deps.db, id)).to.include({ status: 'running', finishing: true });
    await findSites(deps, id);
    expect((await readJob(deps.db, id))?.status).to.equal('complete');
    expect(await stored(id)).to.equal(1);
    const jobs = deps.db.collection<{ _id: string }>('jobs');
    await jobs.updateOne({ _id: id }, { $set: { status: 'running' } });
    await giveUp(deps, id, 'It was interrupted.');
    expect(await stored(id)).to.equal(0);
  });

  it('fails in plain words when what was asked for is gone by then', async () => {
    const id = await ask({ force: ['school:closed'] });
    await findSites(deps, id);
    expect(await readJob(deps.db, id)).to.include({
      status: 'failed',
      error: 'Not among the places to choose from: school:closed. Nothing was stored.',
    });
  });

  it('is finished elsewhere when the first is killed', async () => {
    const first = await startWorker(deps.config);
    const id = await ask();
    await jobEnd(deps, id, ({ progress }) => progress.step !== 'waiting');
    await endWorker(first, 'SIGKILL');
    // What the repair of jobs asks for, wherever the first came to.
    await findSites(deps, id);
    expect((await readJob(deps.db, id))?.status).to.equal('complete');
    expect(await stored(id)).to.equal(1);
  });
});

describe('The solver on a thread of its own', () => {
  const endless = new AbortController().signal;

  it('is ended at once when it is called off, however long it would take', async () => {
    const random = seededRandom(5);
    const stop = new AbortController();
    const question = largeQuestion(300, 120, () => random.int(1, 1000));
    const solving = solveApart(question, {
      seconds: 3600,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(await solving).to.equal(undefined);
    expect(await solveApart(question, { seconds: 1, signal: stop.signal, onProgress: () => {} })).to.equal(
      undefined,
    );
  });

  it('hands on what cannot be asked', async () => {
    const error = await solveApart(
      largeQuestion(1, 1, () => -1),
      {
        seconds: 1,
        signal: endless,
        onProgress: () => {},
      },
    ).catch((caught) => caught);
    expect(error).to.include({ name: 'SitingProblemError', code: 'bad-cost' });
  });
});

/** So many places with one person each, and up to 30 sites among so many candidates. */
function largeQuestion(demand: number, sites: number, minutes: () => number): SitingQuestion {
  const point: Position = [0, 0];
  return {
    ask: { ...ASK, model: 'p-median', sites: Math.min(30, sites) },
    ...sitingRows([
      {
        term: 'help',
        places: Array.from({ length: demand }, (_, n) => ({ id: `p${n}`, kind: 'cell', point, people: 1 })),
      },
    ]),
    candidates: Array.from({ length: sites }, (_, n) => ({
      id: `school:${n}`,
      kind: 'school',
      recordId: `${n}`,
      name: `${n}`,
      point,
    })),
    ways: { candidates: sites, toCandidates: Float64Array.from({ length: demand * sites }, minutes) },
  };
}
