import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { importFile } from '../../../server/imports/import-file.ts';
import { ImportParams } from '../../../server/imports/import-params.ts';
import type { ImportResult } from '../../../server/imports/import-result.ts';
import { beginJob, createJob, readJob } from '../../../server/jobs/job-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { changeStudent, readNamedStudent } from '../../../server/students/named-student-store.ts';
import { importJob } from '../../../workers/import.ts';
import { dumpDatabase, wordsIn } from '../../security/dump.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { temporaryFolder } from '../imports/temporary-folder.ts';
import { PASSWORD_WORDS, type Pupil, rosterFiles } from './roster-files.ts';

const NEEDS = [
  'student_id,first_name,needs,languages,attribute:reading-level',
  'S-1,Somebody,reading-tutoring:3,es,two-behind',
  'S-unknown,Else,reading-tutoring:1,en,',
].join('\n');
const SHARED = new URL('../../../../shared/data/oneroster/', import.meta.url).pathname;

describe('A OneRoster import', function () {
  this.timeout(60_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 1 }));
    await saveDistrict(at.deps.db, {
      id: 'district',
      name: 'Test',
      bounds: [-98, 40, -95, 42],
      center: [-96.5, 40.5],
      timezone: 'America/Chicago',
      units: 'miles',
      homeResolution: 7,
      demo: false,
    });
  });
  after(() => at.close());

  type Ended = { status: string; error: string | undefined; result: ImportResult };
  async function importFolder(path: string, asked: object): Promise<Ended> {
    const params = ImportParams.parse({ kind: 'oneroster', source: 'sis', filename: 'roster', ...asked });
    const { id } = await createJob(at.deps.db, { kind: 'import', params, step: 'reading' });
    const job = await beginJob(at.deps.db, id);
    if (job) await importJob(at.deps, job, path);
    const ended = await readJob(at.deps.db, id);
    return { status: ended!.status, error: ended?.error, result: ended?.result as never };
  }
  async function importFiles(files: Record<string, string>, asked: object = {}): Promise<Ended> {
    const folder = temporaryFolder(files);
    try {
      return await importFolder(folder.path, asked);
    } finally {
      folder.remove();
    }
  }
  const stored = (source: string) =>
    at.deps.db
      .collection<{ _id: string; [field: string]: unknown }>('students')
      .find({ 'source.system': source })
      .sort({ 'source.id': 1 })
      .toArray();
  const named = async (source: string) =>
    Promise.all((await stored(source)).map(({ _id }) => readNamedStudent(at.deps, _id)));
  const countsOf = ({ result }: Ended) => {
    const { added, changed, unchanged, refused } = result.counts.students!;
    return { added, changed, unchanged, refused };
  };
  const SIX: Pupil[] = [0, 1, 2, 3, 4, 5].map((n) => ({
    id: `u-${n}`,
    number: `N${n}`,
    org: `o-${n % 2}`,
    birth: '2015-04-17',
  }));

  for (const version of ['1.1', '1.2'] as const)
    it(`brings students of version ${version} with school, grade, name and date of birth, and no teacher`, async () => {
      const source = `v ${version}`;
      const ended = await importFiles(
        rosterFiles(
          SIX.map((one) => ({ ...one, number: `${version}-${one.id}` })),
          { version },
        ),
        { source },
      );
      expect([ended.status, countsOf(ended)]).to.deep.equal([
        'complete',
        { added: 6, changed: 0, unchanged: 0, refused: 0 },
      ]);
      const [first, second] = await named(source);
      expect(first).to.deep.include({
        schoolId: 'school-0',
        grade: 4,
        birthMonth: '2015-04',
        birthDate: '2015-04-17',
        localId: `${version}-u-0`,
      });
      expect([first?.name, second?.schoolId]).to.deep.equal([{ given: 'Ana', family: 'López' }, 'school-1']);
      expect(await stored(source)).to.have.length(6);
    });

  it('leaves no password anywhere, in whatever dress', async () => {
    const found = [...(await dumpDatabase(at.deps.db))].flatMap(([name, bytes]) =>
      wordsIn(bytes, PASSWORD_WORDS).map((word) => `${word} in ${name}`),
    );
    expect(found).to.deep.equal([]);
  });

  it('changes nothing the second time, and says beforehand what it would change', async () => {
    const source = 'again';
    const roster = SIX.map((one) => ({ ...one, number: `a-${one.id}` }));
    const trial = await importFiles(rosterFiles(roster), { source, dryRun: true });
    expect(trial.result.roster?.schools.map(({ name, added }) => [name, added])).to.deep.equal([
      ['School 0', 3],
      ['School 1', 3],
    ]);
    expect(await stored(source)).to.deep.equal([]);
    await importFiles(rosterFiles(roster), { source });
    const before = await stored(source);
    expect(countsOf(await importFiles(rosterFiles(roster), { source }))).to.include({
      added: 0,
      changed: 0,
      unchanged: 6,
    });
    const unseen = (records: typeof before) => records.map(({ seenAt: _, ...rest }) => rest);
    expect(unseen(await stored(source))).to.deep.equal(unseen(before));
  });

  it('moves and changes students, lets those go who are not named any more, and takes them back', async () => {
    const source = 'moving';
    const roster = SIX.map((one) => ({ ...one, number: `m-${one.id}` }));
    await importFiles(rosterFiles(roster), { source });
    const next = roster.slice(1).map((one) => ({
      ...one,
      ...(one.id === 'u-1' && { org: 'o-0' }),
      ...(one.id === 'u-2' && { grades: '05' }),
    }));
    const ended = await importFiles(rosterFiles(next), { source });
    const [north, south] = ended.result.roster!.schools;
    expect(north).to.include({ name: 'School 0', moved: 1, changed: 1, unchanged: 1, left: 1, added: 0 });
    expect(south).to.include({ name: 'School 1', unchanged: 2, left: 0 });
    const [gone, moved, changed] = await named(source);
    expect(gone?.leftAt).to.be.a('string');
    expect([moved?.schoolId, changed?.grade]).to.deep.equal(['school-0', 5]);
    const back = await importFiles(rosterFiles(roster), { source });
    expect(back.result.roster!.schools[0]).to.include({ returned: 1 });
    const [again] = await named(source);
    expect([again?.leftAt, again?.name?.given]).to.deep.equal([undefined, 'Ana']);
  });

  it('takes changes alone: who is not in a delta stays, who is to be deleted leaves', async () => {
    const source = 'delta';
    const roster = SIX.map((one) => ({ ...one, number: `d-${one.id}` }));
    await importFiles(rosterFiles(roster), { source });
    const delta = rosterFiles(
      [
        { ...roster[0]!, status: 'tobedeleted' },
        { ...roster[1]!, given: 'Anita' },
        { id: 'unknown', status: 'tobedeleted' },
      ],
      { mode: 'delta', orgs: [] },
    );
    const ended = await importFiles(delta, { source });
    expect(countsOf(ended)).to.deep.equal({ added: 0, changed: 2, unchanged: 0, refused: 0 });
    const all = await named(source);
    expect(all.map((one) => one?.leftAt !== undefined)).to.deep.equal([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(all[1]?.name?.given).to.equal('Anita');
    expect(countsOf(await importFiles(delta, { source }))).to.include({ changed: 0 });
  });

  it('lets nobody go because of half a file or a torn line, unless somebody says so', async () => {
    const source = 'half';
    const many = Array.from({ length: 20 }, (_, n) => ({ id: `h-${n}` }));
    await importFiles(rosterFiles(many), { source });
    const half = await importFiles(rosterFiles(many.slice(0, 8)), { source });
    expect([half.result.roster?.notLeft, half.result.findingsByCode['not-left']]).to.deep.equal([12, 1]);
    const files = rosterFiles(many.slice(1));
    const torn = await importFiles({ ...files, 'users.csv': `${files['users.csv']}x,y\r\n` }, { source });
    expect([torn.result.roster?.notLeft, torn.result.findingsByCode['withheld-row']]).to.deep.equal([1, 1]);
    expect((await named(source)).some((one) => one?.leftAt !== undefined)).to.equal(false);
    const said = await importFiles(rosterFiles(many.slice(0, 8)), { source, letLeave: true });
    expect(said.result.roster?.schools[0]).to.include({ left: 12, unchanged: 8 });
  });

  it('keeps what people have corrected until the roster says something else', async () => {
    const source = 'people';
    const roster = [{ id: 'p-0', given: 'Jon' }];
    await importFiles(rosterFiles(roster), { source });
    const [{ _id } = { _id: '' }] = await stored(source);
    await changeStudent(at.deps, _id, { name: { given: 'John', family: 'López' } }, new Date(0));
    await importFiles(rosterFiles(roster), { source });
    expect((await named(source))[0]?.name?.given).to.equal('John');
    await importFiles(rosterFiles([{ id: 'p-0', given: 'Johnny' }]), { source });
    expect((await named(source))[0]?.name?.given).to.equal('Johnny');
  });

  it('lets a second file of the district add what the roster lacks, and leaves to the roster what is its own', async () => {
    const source = 'second';
    await importFiles(rosterFiles([{ id: 'guid-1', number: 'S-1', birth: '2015-04-17' }]), { source });
    const file = { 'needs.csv': NEEDS };
    const other = await importFiles(file, { kind: 'students', source: 'needs file' });
    expect([countsOf(other), other.result.findingsByCode]).to.deep.equal([
      { added: 0, changed: 1, unchanged: 0, refused: 1 },
      { 'unknown-student': 1 },
    ]);
    const check = async () => {
      const [student] = await named(source);
      expect(student).to.deep.include({
        schoolId: 'school-0',
        grade: 4,
        languages: ['es'],
        birthDate: '2015-04-17',
      });
      expect(student?.name?.given).to.equal('Ana');
      expect(student?.needs.map(({ term, urgency }) => [term, urgency])).to.deep.equal([
        ['reading-tutoring', 3],
      ]);
      expect(student?.circumstances?.attributes).to.deep.equal({ 'reading-level': 'two-behind' });
    };
    await check();
    expect(countsOf(await importFiles(file, { kind: 'students', source: 'needs file' }))).to.include({
      unchanged: 1,
    });
    const again = await importFiles(rosterFiles([{ id: 'guid-1', number: 'S-1', birth: '2015-04-17' }]), {
      source,
    });
    expect(countsOf(again)).to.include({ changed: 0, unchanged: 1 });
    await check();
  });

  it('waits for schools that are not known, or adds them where it is told to', async () => {
    const source = 'schools';
    const files = rosterFiles(
      [
        { id: 's-0', org: 'new' },
        { id: 's-1', org: 'o-0' },
      ],
      {
        orgs: [
          ['new', 'Gotham High'],
          ['o-0', 'School 0'],
        ],
      },
    );
    const waiting = await importFiles(files, { source });
    expect(waiting.result.roster?.unknownSchools).to.deep.equal([{ name: 'Gotham High', students: 1 }]);
    expect(countsOf(waiting)).to.deep.equal({ added: 1, changed: 0, unchanged: 0, refused: 1 });
    const added = await importFiles(files, { source, addSchools: true });
    expect(countsOf(added)).to.deep.equal({ added: 1, changed: 0, unchanged: 1, refused: 0 });
    const school = await at.deps.db.collection('schools').findOne({ name: 'Gotham High' });
    expect(school).to.deep.include({ source: { system: source, id: 'new' } });
  });

  it('is finished by doing it again after it broke off in the middle', async () => {
    const source = 'broken off';
    const folder = temporaryFolder(rosterFiles(Array.from({ length: 1100 }, (_, n) => ({ id: `b-${n}` }))));
    const stop = new AbortController();
    const broken = importFile(at.deps, {
      importId: 'broken-off',
      params: ImportParams.parse({ kind: 'oneroster', source, filename: 'roster' }),
      path: folder.path,
      signal: stop.signal,
      // While the first of two batches is stored.
      onProgress: async ({ step, done }) => (step === 'storing' && done >= 1000 ? stop.abort() : undefined),
    });
    const failure = await broken.then(
      () => undefined,
      (error: Error) => error.name,
    );
    const half = (await stored(source)).length;
    const again = await importFolder(folder.path, { source }).finally(folder.remove);
    expect([failure, half, again.status]).to.deep.equal(['AbortError', 1000, 'complete']);
    expect(countsOf(again)).to.deep.equal({ added: 1100 - half, changed: 0, unchanged: half, refused: 0 });
    expect(await stored(source)).to.have.length(1100);
  });

  it('refuses a roster whose manifest and files disagree, and stores nothing', async () => {
    const { 'orgs.csv': _, ...files } = rosterFiles(SIX);
    const ended = await importFiles(files, { source: 'torn' });
    expect([ended.status, ended.error]).to.deep.equal([
      'failed',
      'Nothing was imported. orgs.csv is missing, and the manifest says it is there (bulk).',
    ]);
    expect(await stored('torn')).to.deep.equal([]);
  });

  const real = existsSync(SHARED) ? it : it.skip;
  real('reads the exports beside the project (../shared/data/oneroster)', async () => {
    const read = async (folder: string) => {
      const ended = await importFolder(`${SHARED}${folder}`, { source: folder, addSchools: true });
      return [countsOf(ended), ended.result.findingsByCode];
    };
    // One grade is told by a class; the others by nobody.
    const counts = { changed: 0, unchanged: 0, refused: 1 };
    const findings = { 'personal-column': 1, 'bad-grade': 1 };
    expect(await read('oat_OneRosterv1p1BaseCSV')).to.deep.equal([{ ...counts, added: 1 }, findings]);
    expect(await read('catalyst_v1p2_small')).to.deep.equal([{ ...counts, added: 0 }, findings]);
  });
});
