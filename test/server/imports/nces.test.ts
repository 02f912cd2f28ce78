import { expect } from 'chai';
import { ImportParams } from '../../../server/imports/import-params.ts';
import { importSchools, type SchoolsImport } from '../../../server/imports/import-schools.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { district } from './test-import.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

const directory = (year: string, ...schools: string[]) =>
  csv(
    'SCHOOL_YEAR,ST,SCH_NAME,LEA_NAME,LEAID,NCESSCH,SCHID,LSTREET1,LCITY,LSTATE,LZIP,PHONE,SY_STATUS,SY_STATUS_TEXT,LEVEL,CHARTER_TEXT,GSLO,GSHI',
    ...schools.map((school) => `${year},DC,${school}`),
  );
const alder =
  'Alder School,Alder District,1100030,110003000001,1100001,1 Elm St,Washington,DC,20001,(202) 555-0100,1,Open,Elementary,No,KG,05';
const birch =
  'Birch School,Alder District,1100030,110003000002,1100002,2 Elm St,Washington,DC,20001,,1,Open,High,No,09,12';
const closed =
  'Cedar School,Alder District,1100030,110003000003,1100003,3 Elm St,Washington,DC,20001,,2,Closed,High,No,09,12';
const other =
  'Dale School,Dale District,1100031,110003100004,1100004,4 Oak St,Washington,DC,20001,,1,Open,High,No,09,12';

const places = csv(
  'NCESSCH,LEAID,NAME,OPSTFIPS,STREET,CITY,STATE,ZIP,STFIP,CNTY,NMCNTY,LOCALE,LAT,LON,SCHOOLYEAR',
  '110003000001,1100030,ALDER SCHOOL,11,1 ELM ST,WASHINGTON,DC,20001,11,11001,District of Columbia,11,38.9,-77.0,2022-2023',
  '110009900009,1100099,ELSEWHERE,11,9 ELM ST,WASHINGTON,DC,20001,11,11001,District of Columbia,11,38.91,-77.0,2022-2023',
);
const members = (year: string) =>
  csv(
    'SCHOOL_YEAR,ST,SCH_NAME,LEAID,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR,DMS_FLAG',
    `${year},DC,Alder School,1100030,110003000001,Grade 1,White,Female,4,Category Set A - By Race/Ethnicity; Sex; Grade,Reported`,
    `${year},DC,Alder School,1100030,110003000001,Grade 1,No Category Codes,No Category Codes,40,Subtotal 4 - By Grade,Reported`,
    `${year},DC,Alder School,1100030,110003000001,No Category Codes,No Category Codes,No Category Codes,241,Education Unit Total,Reported`,
    `${year},DC,Gone School,1100030,110003000077,No Category Codes,No Category Codes,No Category Codes,9,Education Unit Total,Reported`,
  );

async function run(files: Record<string, string>, more: Partial<SchoolsImport> = {}) {
  const folder = temporaryFolder(files);
  const findings = memoryFindings();
  const store = memoryDirectory();
  const options = { importId: 'x', input: folder.path, source: 'nces', district, store, findings };
  try {
    const result = await importSchools({ ...options, staging: memoryStaging(), ...more });
    const used = more.store === undefined ? store : (more.store as typeof store);
    const schools = new Map([...used.collections.get('schools')!.values()].map((each) => [each.name, each]));
    const codes = findings.items.map(({ file, line, code, action }) => `${file}:${line} ${code} ${action}`);
    return { result, schools, codes, findings: findings.items, store: used };
  } finally {
    folder.remove();
  }
}

describe('Schools from the files of NCES', () => {
  it('are put together from directory, points and students, whatever order they lie in', async () => {
    const { schools, codes, result } = await run({
      'a_students.csv': members('2022-2023'),
      'b_places.csv': places,
      'c_directory.csv': directory('2022-2023', alder, birch, closed),
    });
    expect([...schools.keys()]).to.have.members(['Alder School', 'Birch School']);
    expect(schools.get('Alder School')).to.deep.include({
      source: { system: 'nces', id: '110003000001' },
      ncesId: '110003000001',
      address: '1 Elm St',
      city: 'Washington',
      county: 'District of Columbia',
      phone: '(202) 555-0100',
      lowestGrade: 0,
      highestGrade: 5,
      enrollment: 241,
      locale: 'city',
      point: { type: 'Point', coordinates: [-77, 38.9] },
    });
    expect(schools.get('Birch School')).to.not.have.property('point');
    expect(codes).to.have.members([
      'c_directory.csv:3 point-missing kept',
      'c_directory.csv:4 school-closed refused',
      'b_places.csv:0 unknown-school left-out',
      'a_students.csv:0 unknown-school left-out',
    ]);
    expect(result.counts.schools).to.include({ read: 3, added: 2, refused: 1 });
    expect([result.counts.school_students!.read, result.counts.school_places!.read]).to.deep.equal([2, 2]);
  });

  it('take the later of two school years, and say where the students are of an earlier one', async () => {
    const { schools, codes } = await run({
      'new.csv': directory('2023-2024', alder.replace('Alder School', 'Alder Academy')),
      'old.csv': directory('2022-2023', alder, alder),
      'students.csv': members('2022-2023'),
    });
    expect(schools.get('Alder Academy')).to.include({ enrollment: 241 });
    expect(codes).to.have.members([
      'old.csv:2 older-year left-out',
      'old.csv:3 older-year left-out',
      'students.csv:0 older-count kept',
      'students.csv:0 unknown-school left-out',
    ]);
  });

  it('say which number stands twice', async () => {
    const twice = directory('2022-2023', alder, alder.replace('1 Elm', '5 Elm'));
    const { schools, codes } = await run({ 'directory.csv': twice });
    expect(schools.get('Alder School')).to.include({ address: '1 Elm St' });
    expect(codes).to.deep.equal(['directory.csv:3 duplicate-id refused']);
  });

  it('are those of one district, where one is asked for', async () => {
    const all = { 'directory.csv': directory('2022-2023', alder, birch, other), 'places.csv': places };
    const { schools, findings } = await run(all, { only: { district: 'Dale District' } });
    expect([...schools.keys()]).to.deep.equal(['Dale School']);
    expect(findings.find(({ code }) => code === 'not-asked-for')).to.include({ value: '2' });
    const { schools: named } = await run(all, { only: { district: 'Alder District' } });
    expect(named.get('Alder School')).to.have.property('point');
    const here = await run(all, { only: { county: 'District of Columbia', state: 'dc' } });
    expect([...here.schools.keys()]).to.deep.equal(['Alder School']);
  });

  it('are asked for in words, of schools alone, by state, county and district', () => {
    const asked = (only: unknown, kind = 'schools') =>
      ImportParams.safeParse({ kind, source: 'nces', filename: 'nces.zip', only });
    const wanted = { state: 'OR', district: 'Falls City SD 57' };
    expect(asked('state=OR;district=Falls City SD 57').data?.only).to.deep.equal(wanted);
    expect(asked(wanted).data?.only).to.deep.equal(wanted);
    expect(asked('planet=Mars').success).to.equal(false);
    expect(asked('state=OR', 'hsds').success).to.equal(false);
  });

  it('take the points alone, and students alone for schools that are there', async () => {
    const { store, schools } = await run({ 'places.csv': places });
    expect([...schools.keys()]).to.deep.equal(['ALDER SCHOOL', 'ELSEWHERE']);
    const counted = await run({ 'students.csv': members('2022-2023') }, { store });
    expect(counted.result.counts.schools).to.include({ added: 0, changed: 1 });
    expect(counted.schools.get('Alder School')).to.deep.include({
      enrollment: 241,
      point: { type: 'Point', coordinates: [-77, 38.9] },
    });
    expect(counted.codes).to.deep.equal(['students.csv:0 unknown-school left-out']);
  });

  it('are no offices of districts', async () => {
    const offices = places.replace(/^NCESSCH,/, '').replace(/^1100\d+,/gm, '');
    const { schools, codes } = await run({
      'a_offices.csv': offices,
      'directory.csv': directory('2022-2023', alder),
    });
    expect([...schools.keys()]).to.deep.equal(['Alder School']);
    expect(codes).to.deep.equal(['a_offices.csv:1 unknown-file left-out']);
  });
});
