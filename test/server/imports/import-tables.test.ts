import { expect } from 'chai';
import { Student } from '../../../core/students/student.ts';
import { importSchools } from '../../../server/imports/import-schools.ts';
import { importStudents } from '../../../server/imports/import-students.ts';
import { openIdentity } from '../../../server/students/seal-identity.ts';
import type { StudentRecord } from '../../../server/students/student-collection.ts';
import { eligibility } from '../../core/eligibility/eligibility-data.ts';
import { memoryDirectory, memoryFindings, memoryPeople, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { district, taxonomy } from './test-import.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

async function run(
  kind: 'schools' | 'students',
  name: string,
  content: string,
  store = memoryDirectory(),
  columns?: Record<string, string>,
  people = memoryPeople(store),
) {
  const folder = temporaryFolder({ [name]: content });
  const findings = memoryFindings();
  const staging = memoryStaging();
  const options = {
    importId: 'x',
    input: `${folder.path}/${name}`,
    source: 'sis',
    district,
    taxonomy,
    eligibility,
    store,
    people,
    staging,
    findings,
    columns,
  };
  try {
    const result = await (kind === 'schools' ? importSchools(options) : importStudents(options));
    const all = [...(store.collections.get(kind)?.values() ?? [])];
    return {
      result,
      all,
      findings: findings.items,
      codes: findings.items.map(({ code, line, action }) => `${line} ${code} ${action}`),
      store,
      staging,
    };
  } finally {
    folder.remove();
  }
}

describe('importSchools', () => {
  it('takes the last of several school years, and refuses a school that has closed', async () => {
    const { all, codes, result } = await run(
      'schools',
      'nces.csv',
      csv(
        'ncessch,sch_name,school_year,sy_status_text,tot_enrollment',
        '1,Old name,2016-2017,Open,90',
        '1,New name,2017-2018,Open,100',
        '2,Gone,2017-2018,Closed,NA',
      ),
    );
    expect(all.map(({ name, enrollment }) => [name, enrollment])).to.deep.equal([['New name', 100]]);
    expect(codes).to.deep.equal(['2 older-year left-out', '4 school-closed refused']);
    expect(result.counts.schools).to.deep.equal({ read: 3, added: 1, changed: 0, unchanged: 0, refused: 2 });
  });

  it('reads GeoJSON', async () => {
    const feature = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-77.01, 38.9] },
      properties: { id: 'p1', name: 'A School', grades_low: 0, grades_high: 8 },
    };
    const { all } = await run(
      'schools',
      'schools.geojson',
      JSON.stringify({ type: 'FeatureCollection', features: [feature] }),
    );
    expect(all[0]).to.deep.include({
      name: 'A School',
      lowestGrade: 0,
      highestGrade: 8,
      point: { type: 'Point', coordinates: [-77.01, 38.9] },
    });
  });

  it('reads other columns by a mapping', async () => {
    const { all } = await run('schools', 'x.csv', csv('Nummer,Bezeichnung', '7,Alpha'), memoryDirectory(), {
      id: 'Nummer',
      name: 'Bezeichnung',
    });
    expect(all[0]).to.deep.include({ name: 'Alpha', source: { system: 'sis', id: '7' } });
  });

  it('changes nothing the second time', async () => {
    const content = csv('school_id,name,lat,lon', '1,A,38.9,-77', '2,B,0,0');
    const first = await run('schools', 'x.csv', content);
    const again = await run('schools', 'x.csv', content, first.store);
    expect(again.result.counts.schools).to.deep.equal({
      read: 2,
      added: 0,
      changed: 0,
      unchanged: 2,
      refused: 0,
    });
    expect(again.codes).to.deep.equal(['3 point-zero left-out']);
  });
});

describe('importStudents', () => {
  const schools = () => run('schools', 'x.csv', csv('school_id,name', '101,Mill Creek'));
  const header = 'student_id,first_name,school,grade,dob,needs,home_lat,home_lon';

  it('stores a cell and a month, and seals the name and the date; the exact home is nowhere', async () => {
    const { store } = await schools();
    const { all, codes, findings } = await run(
      'students',
      's.csv',
      csv(
        header,
        '7,Secretname,Mill Creek,4,2015-04-17,reading-tutoring:3;nonsense:2,38.9123456,-77.0123456',
      ),
      store,
    );
    expect(all[0]).to.deep.include({ localId: '7', grade: 4, birthMonth: '2015-04' });
    expect(codes).to.deep.equal(['1 home-reduced repaired', '2 unknown-term left-out']);
    const kept = JSON.stringify([all, findings]);
    for (const exact of ['Secretname', '2015-04-17', '38.9123', '77.0123', 'nonsense'])
      expect(kept).to.not.include(exact);
  });

  const opened = (record: unknown, store: ReturnType<typeof memoryDirectory>) =>
    openIdentity(memoryPeople(store).sealing, record as StudentRecord);
  const people = csv(
    'student_id,school,grade,last_name,first_name,goes_by,date_of_birth,guardian,guardian_relation,guardian_phone,guardian_email,parent2_name,parent2_consent,comments,ssn',
    '7,101,4,Ibarrola,Maribel,Mari,2016-05-04,Zulema Ibarrola,madre,555 0142 99,not mail,Tomás Peña,yes,Likes birds,078-05-1120',
    '8,101,5,,,,,,,,,,,,',
  );

  it('seals names, dates of birth, contacts and notes, and takes nothing else about people', async () => {
    const { store } = await schools();
    const { all, codes, findings } = await run('students', 's.csv', people, store);
    const identity = opened(all[0], store);
    expect(identity).to.deep.include({
      name: { given: 'Maribel', family: 'Ibarrola', preferred: 'Mari' },
      birthDate: '2016-05-04',
      notes: 'Likes birds',
    });
    expect(identity.contacts.map(({ id: _id, ...contact }) => contact)).to.deep.equal([
      { name: 'Zulema Ibarrola', relation: 'parent', phone: '555 0142 99', mayConsent: false },
      { name: 'Tomás Peña', relation: 'other', mayConsent: true },
    ]);
    expect(all[0]).to.include({ birthMonth: '2016-05' });
    expect(opened(all[1], store)).to.deep.equal({ contacts: [] });
    expect(codes).to.have.members(['1 personal-column left-out', '2 bad-email left-out']);
    const kept = JSON.stringify([all, findings]);
    for (const word of [
      'Maribel',
      'Ibarrola',
      'Zulema',
      '0142',
      'Peña',
      'birds',
      '05-04',
      'not mail',
      '078-05',
    ])
      expect(kept.toLowerCase()).to.not.include(word.toLowerCase());
  });

  it('seals circumstances, keeps those of which the file has no column, and forgets what it leaves empty', async () => {
    const { store } = await schools();
    const roster = (header2: string, row: string) =>
      csv(`student_id,school,grade,${header2}`, `7,101,4,${row}`);
    const import1 = roster('sex,fpl,lunch_status,snap,first-generation', 'X,0-130,F,yes,yes');
    const first = await run('students', 's.csv', import1, store);
    expect(first.codes).to.deep.equal([]);
    expect(opened(first.all[0], store).circumstances).to.deep.equal({
      gender: 'nonbinary',
      incomeBand: { maximumFpl: 130 },
      programs: { 'free-lunch': true, 'reduced-lunch': false, snap: true },
      attributes: { 'first-generation': 'yes' },
    });
    for (const word of ['nonbinary', '130', 'lunch', 'snap', 'first-generation'])
      expect(JSON.stringify(first.all)).to.not.include(word);
    expect((await run('students', 's.csv', import1, store)).result.counts.students).to.include({
      unchanged: 1,
    });
    const later = await run('students', 's.csv', roster('fpl,snap,iep', ',no,yes'), store);
    expect(opened(later.all[0], store).circumstances).to.deep.equal({
      gender: 'nonbinary',
      programs: { 'free-lunch': true, 'reduced-lunch': false, snap: false, iep: true },
      attributes: { 'first-generation': 'yes' },
    });
  });

  it('recognises the same people in the same file, and keeps the ids of contacts in a changed one', async () => {
    const { store } = await schools();
    const first = await run('students', 's.csv', people, store);
    const ids = opened(first.all[0], store).contacts.map(({ id }) => id);
    const again = await run('students', 's.csv', people, store);
    expect(again.result.counts.students).to.include({ unchanged: 2, changed: 0, added: 0 });
    const changed = await run('students', 's.csv', people.replace('555 0142 99', '555 0199 99'), store);
    expect(changed.result.counts.students).to.include({ unchanged: 1, changed: 1 });
    const contacts = opened(changed.all[0], store).contacts;
    expect(contacts.map(({ id }) => id)).to.deep.equal(ids);
    expect(contacts[0]).to.include({ phone: '555 0199 99' });
  });

  it('takes duplicate rows about one person for duplicates, sealed as they are', async () => {
    const { store } = await schools();
    const header2 = 'student_id,school,grade,name';
    const lines = ['7,101,4,"Peña, Ana"', '7,101,4,"Peña, Ana"', '7,101,4,Bo Peña'];
    const { all, codes } = await run('students', 's.csv', csv(header2, ...lines), store);
    expect(codes).to.deep.equal(['3 duplicate-row left-out', '4 duplicate-id refused']);
    expect(opened(all[0], store).name).to.deep.equal({ given: 'Ana', family: 'Peña' });
  });

  it('keeps out who was forgotten, and says so without a name', async () => {
    const { store } = await schools();
    const { all, codes, result } = await run(
      'students',
      's.csv',
      people,
      store,
      undefined,
      memoryPeople(store, ['7']),
    );
    expect(all.map((student) => Student.parse(student).localId)).to.deep.equal(['8']);
    expect(codes).to.include('2 forgotten refused');
    expect(result.counts.students).to.include({ added: 1, refused: 1 });
  });

  it('puts no exact home into staging, nor who it is about', async () => {
    const { store } = await schools();
    const staging = memoryStaging();
    let seen = '';
    const watched = {
      ...staging,
      add: async (documents: Parameters<typeof staging.add>[0]) => {
        seen += JSON.stringify(documents);
        return staging.add(documents);
      },
    };
    const folder = temporaryFolder({
      's.csv': csv(header, '7,Secretname,101,4,2015-04-17,,38.9123456,-77.0123456'),
    });
    await importStudents({
      importId: 'x',
      input: folder.path,
      source: 'sis',
      district,
      taxonomy,
      eligibility,
      store,
      people: memoryPeople(store),
      staging: watched,
      findings: memoryFindings(),
    });
    folder.remove();
    expect(seen).to.include('homeCell');
    for (const exact of ['Secretname', '2015-04-17', '38.9123', '77.0123'])
      expect(seen).to.not.include(exact);
  });

  it('says nothing of a row but its line and field, even of broken ones', async () => {
    const { store } = await schools();
    const lines = [
      'zqsecretqz,Zqanaqz,Nowhere zq,4,,,,',
      '8,Zqbqz,101,zq99,,,,',
      '9,x,101,4,zq-date,zq:3,zq,zq',
      '9,x,101,5,,,,',
      '10,Zq,101,4,,,,,surplus zq',
    ];
    const { findings } = await run('students', 's.csv', csv(header, ...lines), store);
    expect(findings.length).to.be.above(5);
    expect(JSON.stringify(findings).toLowerCase()).to.not.include('zq');
    const json = await run(
      'students',
      's.ndjson',
      '{"student_id":"1"}\n{"student_id":"zqbroken\n',
      store,
    ).catch((error: Error) => error);
    expect(JSON.stringify(json instanceof Error ? json.message : json.findings)).to.not.include('zq');
  });

  it('does not repeat the first row of a file without a header', async () => {
    const failure = await run('students', 's.csv', csv('7,Zqana,Mill Creek,4', '8,Zqbo,Mill Creek,5')).catch(
      (error: Error) => error,
    );
    expect((failure as Error).message).to.not.include('Zq');
  });

  it('keeps the first of two rows with one number', async () => {
    const { store } = await schools();
    const { all, codes } = await run(
      'students',
      's.csv',
      csv('student_id,school,grade', '7,101,4', '7,101,5', '7,101,4'),
      store,
    );
    expect(all.map(({ grade }) => grade)).to.deep.equal([4]);
    expect(codes).to.deep.equal(['3 duplicate-id refused', '4 duplicate-row left-out']);
  });
});
