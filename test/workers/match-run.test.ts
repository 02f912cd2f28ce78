import { expect } from 'chai';
import type { JobView } from '../../core/jobs/job.ts';
import { createMatcher } from '../../core/matching/create-matcher.ts';
import type { StudentMatches } from '../../core/matching/match.ts';
import type { Deps } from '../../server/deps.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { announced } from '../../server/jobs/job-events.ts';
import { cancelJob, readJob } from '../../server/jobs/job-store.ts';
import { type MatchRecord, matchChunks, matches } from '../../server/matches/match-collections.ts';
import type { MatchScope } from '../../server/matches/match-scope.ts';
import { discardMatches } from '../../server/matches/match-store.ts';
import { unpackWishes } from '../../server/matches/pack-wishes.ts';
import { startMatchRun } from '../../server/matches/start-match-run.ts';
import { studentSealers } from '../../server/sealing/student-sealer.ts';
import { model, type Stored } from '../../server/store/collection.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { students } from '../../server/students/student-collection.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { testApp } from '../support/app.ts';
import { type LittleTown, littleTown, storeTown } from '../support/little-town.ts';
import { endWorker, startWorker } from '../support/worker-process.ts';

const SCHOOLS = { districtId: 'district', schoolIds: ['school-0', 'school-1'] };

describe('A match run', function () {
  this.timeout(60_000);
  let close: () => Promise<void>;
  let deps: Deps;

  beforeEach(async () => {
    ({ deps, close } = await testApp({ collections: [...allCollections], env: { JOB_LOCK_MS: '1000' } }));
  });
  afterEach(() => close());

  it('stores for each student exactly what the matcher finds', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    const job = await runHere(deps, { scope: 'district' });
    expect(job.status).to.equal('complete');
    expect(job.result).to.include({ students: 40, computed: 40, unchanged: 0 });
    expect(await shownMatches(deps)).to.deep.equal(expected(deps, town));
  });

  it('computes only the student who has changed when it is run again', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    await runHere(deps, { scope: 'district' });
    await model(deps.db, students).updateOne({ _id: 'student-00003' }, { $set: { needs: [] } });
    const job = await runHere(deps, { scope: 'district' });
    expect(job.result).to.include({ students: 40, computed: 1, unchanged: 39 });
    const changed = town.students.map((student) =>
      student.id === 'student-00003' ? { ...student, needs: [] } : student,
    );
    expect(await shownMatches(deps)).to.deep.equal(expected(deps, { ...town, students: changed }));
  });

  it('tells what of its inputs it could not use', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    await model(deps.db, students).updateOne(
      { _id: 'student-00003' },
      { $set: { needs: [{ term: 'gone', urgency: 3 }] } },
    );
    const job = await runHere(deps, { scope: 'district' });
    expect(job.status).to.equal('complete');
    expect(job.result?.findings).to.deep.include({
      code: 'need-term-gone',
      count: 1,
      values: { terms: 'gone' },
      offers: [],
    });
  });

  it('touches nobody outside its scope', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    const job = await runHere(deps, { scope: 'school', schoolId: 'school-1' });
    expect(job.result).to.include({ students: 20 });
    const seen = await shownMatches(deps);
    expect(new Set(seen.map(({ schoolId }) => schoolId))).to.deep.equal(new Set(['school-1']));
  });

  it('ends at once where there is nobody', async () => {
    await storeTown(deps.db, littleTown({ studentCount: 1 }));
    const job = await runHere(deps, { scope: 'school', schoolId: 'school-1' });
    expect(job).to.include({ status: 'complete' });
    expect(job.result).to.include({ students: 0, computed: 0 });
  });

  it('leaves the old results and nothing of its own when it is cancelled', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    await runHere(deps, { scope: 'district' });
    const before = await shownMatches(deps);
    await model(deps.db, students).updateMany({}, { $set: { needs: [] } });
    const run = await startMatchRun(deps, { scope: 'district' }, SCHOOLS);
    await announced(deps, cancelJob(deps.db, run.id));
    await discardMatches(deps.db, run.id);
    const next = await runHere(deps, { scope: 'students', studentIds: ['student-00000'] });
    expect(next.status).to.equal('complete');
    expect((await readJob(deps.db, run.id))?.status).to.equal('cancelled');
    expect(await model(deps.db, matches).countDocuments({ runId: run.id })).to.equal(0);
    const others = (list: StudentMatches[]) => list.filter(({ studentId }) => studentId !== 'student-00000');
    expect(others(await shownMatches(deps))).to.deep.equal(others(before));
  });

  it('is finished by another worker when the first is killed in the middle', async () => {
    const town = littleTown({ studentCount: 2000 });
    await storeTown(deps.db, town);
    const first = await startWorker(deps.config);
    const run = await startMatchRun(deps, { scope: 'district' }, SCHOOLS);
    const middle = await jobEnd(
      deps,
      run.id,
      ({ progress }) => progress.step === 'matching' && progress.done > 0,
    );
    await endWorker(first, 'SIGKILL');
    expect(middle.status).to.equal('running');
    expect((await readJob(deps.db, run.id))?.status).to.equal('running');
    const second = await startWorker(deps.config);
    const job = await jobEnd(deps, run.id);
    await endWorker(second);
    expect(job.status).to.equal('complete');
    expect(await shownMatches(deps)).to.deep.equal(expected(deps, town));
    expect(await model(deps.db, matches).countDocuments()).to.equal(2000);
    expect(await model(deps.db, matchChunks).countDocuments()).to.equal(0);
  });

  it('gives the same, byte by byte, with four workers as without any', async () => {
    const town = littleTown({ studentCount: 600 });
    await storeTown(deps.db, town);
    const workers = await Promise.all([1, 2, 3, 4].map(() => startWorker(deps.config)));
    const run = await startMatchRun(deps, { scope: 'district' }, SCHOOLS);
    const job = await jobEnd(deps, run.id);
    await Promise.all(workers.map((worker) => endWorker(worker)));
    expect(job.result).to.include({ students: 600, computed: 600 });
    // Byte by byte, not only in meaning.
    expect(JSON.stringify(await shownMatches(deps))).to.equal(JSON.stringify(expected(deps, town)));
  });

  it('is asked for again when Redis has forgotten it', async () => {
    const town = littleTown();
    await storeTown(deps.db, town);
    const run = await startMatchRun(deps, { scope: 'district' }, SCHOOLS);
    await deps.queues.open('matches').obliterate({ force: true });
    const worker = await startWorker(deps.config, { JOB_LOCK_MS: '500' });
    const job = await jobEnd(deps, run.id);
    await endWorker(worker);
    expect(job.status).to.equal('complete');
    expect(await shownMatches(deps)).to.deep.equal(expected(deps, town));
  });
});

async function runHere(deps: Deps, scope: MatchScope): Promise<JobView> {
  const run = await startMatchRun(deps, scope, SCHOOLS);
  runTasks(deps);
  const job = await jobEnd(deps, run.id);
  await deps.queues.close();
  return job;
}

/** What screens show: the newest current result of each student, by student. */
async function shownMatches(deps: Deps): Promise<StudentMatches[]> {
  const found = await model<MatchRecord>(deps.db, matches)
    .find({ current: true }, { studentId: 1, schoolId: 1, packed: 1 })
    .sort({ studentId: 1 })
    .lean<Stored<MatchRecord>[]>();
  const sealers = await studentSealers(
    deps,
    found.map(({ studentId }) => studentId),
  );
  return found.map(({ studentId, schoolId, packed }) => ({
    studentId,
    schoolId,
    wishes: unpackWishes(sealers.get(studentId)!, packed),
  }));
}

/** The same computed in one go, in the opposite order, without queue or store. */
function expected({ rules }: Deps, town: LittleTown): StudentMatches[] {
  const matcher = createMatcher({
    offers: [...town.offers].reverse(),
    schools: [...town.schools].reverse(),
    taxonomy: rules.taxonomy,
    rules: rules.matching,
    travel: rules.travel,
    today: new Date().toISOString().slice(0, 10),
  });
  const found = [...town.students].reverse().map((student) => matcher.matchStudent(student));
  return JSON.parse(JSON.stringify(found.reverse()));
}
