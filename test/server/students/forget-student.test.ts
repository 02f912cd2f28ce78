import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { studentCommand } from '../../../scripts/command-line/student-command.ts';
import { importFile } from '../../../server/imports/import-file.ts';
import { createJob, readJob } from '../../../server/jobs/job-store.ts';
import { studentSealer } from '../../../server/sealing/student-sealer.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runCommand } from '../../scripts/command-line/run-command.ts';
import { refusalOf } from '../../scripts/start/refusal-of.ts';
import { type Agent, testApp } from '../../support/app.ts';

const ROSTER = 'student_id,school,grade,name\n7,101,4,"Quill, Maribel"\n8,101,5,"Quill, Marcus"\n';

describe('Forgetting a student', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let folder = '';
  let administrator: Agent;
  let ids: Record<string, string>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trellis-forget-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    at = await testApp({ collections: [...allCollections] });
    await saveDistrict(at.deps.db, {
      id: 'd',
      name: 'Test',
      bounds: [-78, 38, -76, 40],
      center: [-77, 39],
      timezone: 'America/New_York',
      units: 'miles',
      homeResolution: 7,
      demo: false,
    });
    administrator = await at.signIn('administrator');
    await importText('schools', 'school_id,name\n101,Mill Creek\n');
    await importText('students', ROSTER);
    const found = await records('students').find({}).toArray();
    ids = Object.fromEntries(found.map(({ _id, localId }) => [localId, _id]));
  });
  afterEach(() => at.close());

  const records = (name: string) => at.deps.db.collection<{ _id: string; [field: string]: unknown }>(name);
  const forget = (id: string, number: string, agent = administrator) =>
    agent.delete(`/api/v1/students/${id}`).send({ number });

  async function importText(kind: 'schools' | 'students', text: string, source = 'sis') {
    const path = join(folder, `${randomUUID()}.csv`);
    await writeFile(path, text);
    return importFile(at.deps, {
      importId: randomUUID(),
      params: { kind, source, filename: 'x.csv' },
      path,
      onProgress: async () => undefined,
      signal: new AbortController().signal,
    });
  }

  /** Leaves a trace of both students wherever one can lie. */
  async function leaveTraces() {
    const [seven, eight] = [ids['7']!, ids['8']!];
    for (const studentId of [seven, eight]) {
      await records('matches').insertOne({ _id: `r:${studentId}`, studentId });
      await records('consents').insertOne({ _id: randomUUID(), studentId });
      await records('disclosures').insertOne({ _id: randomUUID(), studentId });
      await records('import_staging').insertOne({
        _id: studentId,
        key: `student:${studentId === seven ? 7 : 8}`,
      });
    }
    await records('match_chunks').insertOne({ _id: 'r:0', studentIds: [seven, eight] });
    const run = (studentIds: string[]) =>
      createJob(at.deps.db, { kind: 'match', step: 'waiting', params: { scope: 'students', studentIds } });
    const [both, alone] = [await run([seven, eight]), await run([seven])];
    const { id: family } = await at.createAccount([
      { role: 'family', studentIds: [seven] },
      { role: 'family', studentIds: [seven, eight] },
      { role: 'staff', schoolIds: ['s'] },
    ]);
    return { both: both.id, alone: alone.id, family };
  }

  it('takes the student out of everything, and leaves everybody else', async () => {
    const { both, alone, family } = await leaveTraces();
    const queue = at.deps.queues.open('matches');
    const delay = 3_600_000;
    await queue.add('begin', { students: [ids['7']] }, { delay });
    await queue.add('begin', { students: [ids['8']] }, { delay });
    const { body } = await forget(ids['7']!, '7').expect(200);
    expect(body.removed).to.include({ students: 1, matches: 1, jobs: 2, accounts: 1, tasks: 1 });
    expect((await queue.getDelayed()).map(({ data }) => data.students)).to.deep.equal([[ids['8']]]);
    const collections = await at.deps.db.db!.listCollections().toArray();
    for (const { name } of collections.filter((one) => one.name !== 'audit')) {
      const all = JSON.stringify(await records(name).find({}).toArray());
      expect(all, name).not.to.include(ids['7']);
    }
    for (const name of ['students', 'matches', 'consents', 'disclosures', 'import_staging'])
      expect(JSON.stringify(await records(name).find({}).toArray()), name).to.include(ids['8']);
    expect((await readJob(at.deps.db, both))?.params).to.deep.include({ studentIds: [ids['8']] });
    expect(await readJob(at.deps.db, alone)).to.equal(undefined);
    const account = await records('accounts').findOne({ _id: family });
    expect(account?.grants).to.have.length(2);
  });

  it('destroys the key, so that nothing that was sealed for the student opens again', async () => {
    const sealed = (await studentSealer(at.deps, ids['7']!))!.seal('seen by staff', 'audit/1');
    await forget(ids['7']!, '7').expect(200);
    expect(await studentSealer(at.deps, ids['7']!)).to.equal(undefined);
    await administrator
      .post('/api/v1/forgotten-students/lift')
      .send({ number: '7' })
      .expect(200, { lifted: true });
    await importText('students', ROSTER);
    const again = (await studentSealer(at.deps, ids['7']!))!;
    expect(() => again.open(sealed, 'audit/1')).to.throw();
  });

  it('keeps the student out of every later import, under this source and another, until it is lifted', async () => {
    await forget(ids['7']!, '7').expect(200);
    for (const source of ['sis', 'another system']) {
      const { findingsByCode } = await importText('students', ROSTER, source);
      expect(findingsByCode).to.deep.include({ forgotten: 1 });
    }
    expect(await records('students').distinct('localId')).to.deep.equal(['8']);
    const lift = () => administrator.post('/api/v1/forgotten-students/lift').send({ number: '7' });
    await lift().expect(200, { lifted: true });
    await lift().expect(200, { lifted: false });
    await importText('students', ROSTER);
    expect((await records('students').distinct('localId')).sort()).to.deep.equal(['7', '8']);
  });

  it('is one student on the list, whatever sources knew of the student, and lifting takes off all of them', async () => {
    await importText('students', ROSTER, 'another system');
    await forget(ids['7']!, '7').expect(200);
    const { body } = await administrator.get('/api/v1/retention-reports').expect(200);
    expect(body.forgotten).to.equal(1);
    await administrator.post('/api/v1/forgotten-students/lift').send({ number: '7' }).expect(200);
    expect(await records('forgotten_students').countDocuments()).to.equal(0);
  });

  it('stands in the log with who did it, and so does lifting it', async () => {
    await forget(ids['7']!, '7').expect(200);
    await administrator.post('/api/v1/forgotten-students/lift').send({ number: '7' }).expect(200);
    const actions = ['student.forget', 'forgotten-students.lift'];
    const entries = await records('audit')
      .find({ action: { $in: actions } })
      .sort({ _id: 1 })
      .toArray();
    expect(entries.map(({ action }) => action)).to.deep.equal(actions);
    expect(entries.map(({ studentIds }) => studentIds)).to.deep.equal([[ids['7']], []]);
    for (const { actor } of entries) expect(actor).to.include({ kind: 'account' });
    expect(JSON.stringify(entries[1])).not.to.include('"7"');
  });

  it('asks for the number, typed, and changes nothing without it', async () => {
    const { body } = await forget(ids['7']!, '8').expect(400);
    expect(body.code).to.equal('wrong-number');
    await administrator.delete(`/api/v1/students/${ids['7']}`).expect(400);
    expect(await records('audit').countDocuments({ action: 'student.forget' })).to.equal(0);
    expect(await records('students').countDocuments()).to.equal(2);
    expect(await records('forgotten_students').countDocuments()).to.equal(0);
  });

  it('is the administrator’s alone', async () => {
    for (const role of ['coordinator', 'district-leader'] as const) {
      const agent = await at.signIn({ role, schoolIds: [] });
      await forget(ids['7']!, '7', agent).expect(403);
    }
    expect(await records('students').countDocuments()).to.equal(2);
  });

  it('can be done again after it was broken off: what is left goes', async () => {
    await leaveTraces();
    const record = (await records('students').findOne({ _id: ids['7']! }))!;
    await forget(ids['7']!, '7').expect(200);
    // As a kill between two steps leaves it: the number is on the list, the record and a match are still there.
    await records('students').insertOne(record);
    await records('matches').insertOne({ _id: 'late', studentId: ids['7'] });
    const { body } = await forget(ids['7']!, '7').expect(200);
    expect(body.removed).to.deep.equal({ students: 1, matches: 1 });
    await forget(ids['7']!, '7').expect(404);
  });

  it('is done again for whom a restored backup brings back, by a list that names nobody', async () => {
    const backup = await records('students').find({}).toArray();
    await forget(ids['7']!, '7').expect(200);
    const list = join(folder, 'forgotten.json');
    const student = (values: Record<string, string | boolean>, ...words: string[]) =>
      runCommand(at.deps, studentCommand, values as never, words);
    expect((await student({ list }, 'forgotten')).said).to.include('1 forgotten');
    await records('students').deleteMany({});
    await records('forgotten_students').deleteMany({});
    await records('students').insertMany(backup);
    expect((await student({ again: true, list }, 'forget')).said).to.equal('Forgotten again: 1');
    expect(await records('students').distinct('localId')).to.deep.equal(['8']);
    expect((await student({ again: true }, 'forget')).said).to.equal('Forgotten again: 0');
  });

  it('works from the command line, with the number given twice', async () => {
    const student = (values: Record<string, string>, ...words: string[]) =>
      runCommand(at.deps, studentCommand, values, words);
    expect(await refusalOf(() => student({ number: '7' }, 'forget'))).to.include('--confirm');
    expect(await refusalOf(() => student({ number: '9', confirm: '9' }, 'forget'))).to.include('no student');
    const { said } = await student({ number: '7', confirm: '7' }, 'forget');
    expect(JSON.parse(said)).to.include({ students: 1 });
    expect((await student({ number: '7' }, 'lift')).code).to.equal(0);
    expect((await student({ number: '7' }, 'lift')).code).to.equal(1);
  });
});
