import { expect } from 'chai';
import type { Deps } from '../../server/deps.ts';
import { offers } from '../../server/directory/offer-collection.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { readJob } from '../../server/jobs/job-store.ts';
import { currentMatches } from '../../server/matches/match-store.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { schools } from '../../server/schools/school-collection.ts';
import { model } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { students } from '../../server/students/student-collection.ts';
import { beginMatchRun } from '../../workers/match-begin.ts';
import { matchChunk } from '../../workers/match-chunk.ts';
import { finishMatchRun } from '../../workers/match-finish.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from '../support/app.ts';
import { littleTown, storeTown } from '../support/little-town.ts';

const SCHOOLS = { districtId: 'district', schoolIds: ['school-0', 'school-1'] };
const DISTRICT = { scope: 'district' } as const;

describe('A match run over data that is not as one would like it', () => {
  let close: () => Promise<void>;
  let deps: Deps;
  beforeEach(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections] }));
    await storeTown(deps.db, littleTown());
  });
  afterEach(() => close());

  const collection = (spec: typeof schools) => model(deps.db, spec).collection;
  const run = async () => {
    const { id } = await startMatchRun(deps, DISTRICT, SCHOOLS);
    runTasks(deps);
    return jobEnd(deps, id);
  };

  it('matches students whose school has no point, and speaks of no distance', async () => {
    await collection(schools).updateOne({ _id: 'school-0' } as object, { $unset: { point: '' } });
    const job = await run();
    expect(job).to.include({ status: 'complete' });
    expect(job.result).to.include({ students: 40, computed: 40 });
    const found = await currentMatches(deps, 'student-00000');
    expect(found?.matches.wishes).to.not.have.length(0);
    expect(JSON.stringify(found?.matches)).to.not.match(/NaN|"minutes":null/);
  });

  it('passes over offers and needs of terms that the taxonomy no longer has', async () => {
    await collection(offers).updateMany({ terms: 'food-pantry' } as object, {
      $set: { terms: ['bygone-term'], termsAndAbove: ['bygone-term'] },
    });
    await collection(students).updateOne({ _id: 'student-00000' } as object, {
      $set: { needs: [{ term: 'bygone-need', urgency: 1 }] },
    });
    const job = await run();
    expect(job).to.include({ status: 'complete' });
    expect(job.result).to.include({ computed: 40 });
    const found = await currentMatches(deps, 'student-00002');
    const pantry = found?.matches.wishes.find(({ term }) => term === 'food-pantry');
    expect(pantry?.matches).to.deep.equal([]);
  });

  it('leaves out a student who has left since it was planned', async () => {
    const { id } = await startMatchRun(deps, DISTRICT, SCHOOLS);
    await beginMatchRun(deps, id);
    await collection(students).deleteOne({ _id: 'student-00003' } as object);
    await matchChunk(deps, id, 0);
    await finishMatchRun(deps, id);
    const job = await readJob(deps.db, id);
    expect(job).to.include({ status: 'complete' });
    expect(job?.result).to.include({ students: 39, computed: 39, unchanged: 0 });
    expect(await currentMatches(deps, 'student-00003')).to.equal(undefined);
  });

  it('never counts fewer than no unchanged students', async () => {
    const { id } = await startMatchRun(deps, DISTRICT, SCHOOLS);
    await beginMatchRun(deps, id);
    await matchChunk(deps, id, 0);
    await collection(students).deleteOne({ _id: 'student-00003' } as object);
    await finishMatchRun(deps, id);
    expect((await readJob(deps.db, id))?.result).to.include({ students: 39, unchanged: 0 });
  });
});
