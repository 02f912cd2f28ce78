import { Readable } from 'node:stream';
import { expect } from 'chai';
import {
  keptUntil,
  RETAINED_KINDS,
  type RetainedKind,
  RetentionPeriods,
} from '../../../core/retention/period.ts';
import { retentionCommand } from '../../../scripts/command-line/retention-command.ts';
import { createFindingSink } from '../../../server/imports/finding-store.ts';
import { storeUpload } from '../../../server/imports/upload-store.ts';
import { completeJob, createJob } from '../../../server/jobs/job-store.ts';
import { runRetention } from '../../../server/retention/run-retention.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runCommand } from '../../scripts/command-line/run-command.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2031-06-01T03:47:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS);

describe('The periods', () => {
  const periods = RETAINED_KINDS.map((kind) => ({ kind, days: 1, why: { en: 'so', es: 'así' } }));

  it('are given for every kind, once', () => {
    expect(RetentionPeriods.safeParse(periods).success).to.equal(true);
    expect(RetentionPeriods.safeParse(periods.slice(1)).success).to.equal(false);
    expect(RetentionPeriods.safeParse([...periods, periods[0]]).success).to.equal(false);
  });

  it('count whole days backwards', () => {
    expect(keptUntil(NOW, { days: 30 }).toISOString()).to.equal('2031-05-02T03:47:00.000Z');
  });
});

describe('Clearing what was kept long enough', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let deps: Parameters<typeof runRetention>[0];
  beforeEach(async () => {
    at = await testApp({ collections: [...allCollections] });
    deps = { ...at.deps, clock: () => NOW };
  });
  afterEach(() => at.close());

  const records = (name: string) => at.deps.db.collection<{ _id: string; [field: string]: unknown }>(name);
  const daysOf = (kind: RetainedKind) => at.deps.rules.retention.find((one) => one.kind === kind)!.days;
  const clear = async () => {
    const { items } = await runRetention(deps);
    return Object.fromEntries(
      items
        .filter(({ deleted }) => deleted > 0)
        .map(({ kind, deleted, oldest }) => [kind, { deleted, oldest }]),
    );
  };

  /** A job that ended so many days ago. */
  async function ended(kind: 'import' | 'match' | 'gaps', days: number): Promise<string> {
    const { id } = await createJob(at.deps.db, { kind, params: {}, step: 'waiting' });
    await records('jobs').updateOne({ _id: id }, { $set: { status: 'running' } });
    await completeJob(at.deps.db, id, {});
    const finishedAt = daysAgo(days).toISOString();
    await records('jobs').updateOne({ _id: id }, { $set: { finishedAt } });
    return id;
  }

  async function withFinding(importId: string): Promise<string> {
    const sink = await createFindingSink(at.deps.db, importId);
    await sink.add({ file: 'x', line: 2, code: 'bad-grade', message: 'x', action: 'refused' });
    await sink.flush();
    return importId;
  }

  it('deletes runs on the day after their period and not before, with what belongs to them', async () => {
    const [old, young] = [
      await ended('gaps', daysOf('gap-runs') + 1),
      await ended('gaps', daysOf('gap-runs') - 1),
    ];
    for (const _id of [old, young]) await records('gap_results').insertOne({ _id });
    const oldest = daysAgo(daysOf('gap-runs') + 1).toISOString();
    expect(await clear()).to.deep.equal({ 'gap-runs': { deleted: 1, oldest } });
    expect(await records('gap_results').distinct('_id')).to.deep.equal([young]);
    expect(await records('jobs').distinct('_id')).to.deep.equal([young]);
  });

  it('never deletes work that has not ended', async () => {
    await createJob(at.deps.db, { kind: 'match', params: {}, step: 'waiting' });
    expect(await clear()).to.deep.equal({});
    expect(await records('jobs').countDocuments()).to.equal(1);
  });

  it('deletes an import’s findings first and the import later', async () => {
    const oldest = await withFinding(await ended('import', daysOf('imports') + 1));
    const older = await withFinding(await ended('import', daysOf('import-findings') + 1));
    const young = await withFinding(await ended('import', 1));
    const cleared = await clear();
    expect(cleared['import-findings']).to.have.property('deleted', 2);
    expect(cleared.imports).to.have.property('deleted', 1);
    expect(await records('import_findings').distinct('importId')).to.deep.equal([young]);
    expect(await records('jobs').distinct('_id'))
      .to.have.members([older, young])
      .and.not.include(oldest);
  });

  it('deletes what killed imports left behind, and not the rows of one that runs', async () => {
    const running = await createJob(at.deps.db, { kind: 'import', params: {}, step: 'reading' });
    await records('import_staging').insertMany([
      { _id: 'a', importId: running.id },
      { _id: 'b', importId: await ended('import', 1) },
      { _id: 'c', importId: 'gone' },
    ]);
    await storeUpload(at.deps, 'left', Readable.from([Buffer.from('x')]), 10);
    await at.deps.db
      .collection('uploads.files')
      .updateOne({ filename: 'left' }, { $set: { uploadDate: daysAgo(daysOf('uploads') + 1) } });
    const cleared = await clear();
    expect(cleared['import-staging']).to.have.property('deleted', 2);
    expect(cleared.uploads).to.have.property('deleted', 1);
    expect(await records('import_staging').distinct('_id')).to.deep.equal(['a']);
    expect(await records('uploads.chunks').countDocuments()).to.equal(0);
  });

  it('deletes students on no roster and unchanged for years, and the matches of those who are gone', async () => {
    await storeTown(at.deps.db, littleTown({ studentCount: 4 }));
    const [left, changed, young, unknown] = [0, 1, 2, 3].map((n) => `student-0000${n}`);
    const long = daysAgo(daysOf('students') + 1).toISOString();
    const set = (_id: string, fields: Record<string, string>) =>
      records('students').updateOne({ _id }, { $set: fields });
    await set(left!, { seenAt: long });
    await set(changed!, { seenAt: long, updatedAt: daysAgo(3).toISOString() });
    await set(young!, { seenAt: daysAgo(3).toISOString() });
    for (const studentId of [left, changed, 'nobody'])
      await records('matches').insertOne({ _id: `r:${studentId}`, studentId });
    expect(await clear()).to.deep.equal({
      students: { deleted: 1, oldest: long },
      'matches-without-student': { deleted: 1, oldest: undefined },
    });
    expect(await records('students').distinct('_id')).to.deep.equal([changed, young, unknown]);
    expect(await records('matches').distinct('studentId')).to.deep.equal([changed]);
    expect(await records('forgotten_students').countDocuments()).to.equal(0);
  });

  it('deletes sessions, links and reports that have run out', async () => {
    for (const [n, days] of [1, -1].entries()) {
      await records('sessions').insertOne({ _id: `s${n}`, expires: daysAgo(days) });
      await records('one-time-links').insertOne({ _id: `l${n}`, hash: `${n}`, expiresAt: daysAgo(days) });
    }
    const startedAt = daysAgo(daysOf('retention-reports') + 1).toISOString();
    await records('retention_reports').insertOne({ _id: 'old', startedAt, items: [] });
    const cleared = await clear();
    expect(cleared.sessions).to.deep.equal({ deleted: 1, oldest: daysAgo(1).toISOString() });
    expect(cleared['one-time-links']).to.have.property('deleted', 1);
    expect(cleared['retention-reports']).to.deep.equal({ deleted: 1, oldest: startedAt });
    expect(await clear()).to.deep.equal({});
  });

  it('goes through more than one batch', async () => {
    const finishedAt = daysAgo(5000).toISOString();
    const jobs = Array.from({ length: 1203 }, (_, n) => ({
      _id: `j${n}`,
      kind: 'match',
      number: n + 1,
      status: 'complete',
      finishedAt,
    }));
    await records('jobs').insertMany(jobs);
    expect((await clear())['match-runs']).to.deep.equal({ deleted: 1203, oldest: finishedAt });
  });

  it('tells of what a broken-off clearing had deleted, and goes on with the next', async () => {
    await ended('match', daysOf('match-runs') + 1);
    await ended('gaps', daysOf('gap-runs') + 1);
    const broken = new Proxy(at.deps.db, {
      get: (db, name) => {
        if (name !== 'collection') return Reflect.get(db, name);
        return (collection: string) => {
          if (collection === 'gap_results') throw new Error('killed here');
          return db.collection(collection);
        };
      },
    });
    const failure = await runRetention({ ...deps, db: broken }).catch((error: Error) => error);
    expect(failure).to.have.property('message', 'killed here');
    const [report] = await records('retention_reports').find({}).toArray();
    expect(report).not.to.have.property('finishedAt');
    expect(JSON.stringify(report)).to.include('"kind":"match-runs","days":400,"deleted":1');
    expect(Object.keys(await clear())).to.deep.equal(['gap-runs']);
  });

  it('is shown to administrators and on the command line', async () => {
    expect((await runCommand(at.deps, retentionCommand, {}, ['report'])).said).to.include('Nothing');
    await runCommand(at.deps, retentionCommand, {}, ['run']);
    const administrator = await at.signIn('administrator');
    const { body } = await administrator.get('/api/v1/retention-reports').expect(200);
    expect(body.items).to.have.length(1);
    expect(body.items[0].items.map(({ kind }: { kind: string }) => kind)).to.have.members([
      ...RETAINED_KINDS,
    ]);
    expect(body.periods).to.have.length(RETAINED_KINDS.length);
    expect(body.forgotten).to.equal(0);
    const leader = await at.signIn('district-leader');
    await leader.get('/api/v1/retention-reports').expect(403);
    const { said } = await runCommand(at.deps, retentionCommand, {}, ['report']);
    expect(JSON.parse(said).id).to.equal(body.items[0].id);
  });
});
