import { expect } from 'chai';
import { importSchools } from '../../../server/imports/import-schools.ts';
import { importStudents } from '../../../server/imports/import-students.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { district, taxonomy } from './test-import.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

async function run(
  kind: 'schools' | 'students',
  name: string,
  content: string,
  store = memoryDirectory(),
  columns?: Record<string, string>,
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
    store,
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

  it('stores a cell and a month, and never the exact home, the name or the date', async () => {
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
    expect(codes).to.deep.equal([
      '1 home-reduced repaired',
      '1 birth-date-reduced repaired',
      '1 personal-column left-out',
      '2 unknown-term left-out',
    ]);
    const kept = JSON.stringify([all, findings]);
    for (const exact of ['Secretname', '2015-04-17', '38.9123', '77.0123', 'nonsense'])
      expect(kept).to.not.include(exact);
  });

  it('puts no exact home into staging either', async () => {
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
      store,
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
