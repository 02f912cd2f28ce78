import { expect } from 'chai';
import fc from 'fast-check';
import {
  joinedRegion,
  joinSchool,
  type SchoolRow,
  schoolOf,
} from '../../../core/imports/nces/join-school.ts';
import { ncesFile } from '../../../core/imports/nces/nces-file.ts';
import { isWanted } from '../../../core/imports/nces/school-region.ts';

const row = (more: Partial<SchoolRow>): SchoolRow => ({
  sourceId: '410000301061',
  year: '2022-2023',
  closed: false,
  region: {},
  school: { name: 'Falls City' },
  ...more,
});
const itself = (said: SchoolRow) => said;

describe('ncesFile', () => {
  it('tells the files of NCES by their columns, in whatever order and case', () => {
    const headers = {
      directory:
        'SCHOOL_YEAR,FIPST,ST,SCH_NAME,LEA_NAME,LEAID,NCESSCH,SCHID,LSTREET1,LCITY,SY_STATUS,LEVEL,GSLO,GSHI',
      members:
        'SCHOOL_YEAR,ST,SCH_NAME,LEAID,NCESSCH,GRADE,RACE_ETHNICITY,SEX,STUDENT_COUNT,TOTAL_INDICATOR,DMS_FLAG',
      places: 'NCESSCH,LEAID,NAME,OPSTFIPS,STREET,CITY,STATE,ZIP,STFIP,CNTY,NMCNTY,LOCALE,LAT,LON,SCHOOLYEAR',
      offices: 'LEAID,NAME,OPSTFIPS,STREET,CITY,STATE,ZIP,STFIP,CNTY,NMCNTY,LOCALE,LAT,LON,SCHOOLYEAR',
    };
    for (const [file, header] of Object.entries(headers))
      for (const names of [header.split(','), header.toLowerCase().split(',').reverse()])
        expect(ncesFile(names)).to.equal(file);
    for (const other of ['ncessch,sch_name,lat,lon,tot_enrollment', 'code,name,lat,long', 'leaid,name'])
      expect(ncesFile(other.split(',')), other).to.equal(undefined);
  });
});

describe('joinSchool', () => {
  it('takes of each file the last school year and of one year the first row', () => {
    const rows = [
      row({ file: 'directory', year: '2021-2022', school: { name: 'Old' } }),
      row({ file: 'directory', school: { name: 'New', address: '1 Elm' } }),
      row({ file: 'directory', school: { name: 'Other' } }),
      row({
        file: 'places',
        school: { name: 'NEW', county: 'Polk', address: '1 ELM' },
        region: { county: 'Polk' },
      }),
      row({
        file: 'places',
        school: { name: 'NEW', county: 'Polk', address: '1 ELM' },
        region: { county: 'Polk' },
      }),
      row({ file: 'members', school: { name: 'New', enrollment: 97 }, region: { state: 'OR' } }),
    ];
    const joined = joinSchool(rows, itself);
    expect(schoolOf(joined, itself)).to.deep.equal({
      name: 'New',
      address: '1 Elm',
      county: 'Polk',
      enrollment: 97,
    });
    expect(joinedRegion(joined, itself)).to.deep.equal({ state: 'OR', county: 'Polk' });
    expect(joined.spare.map(({ row: { school }, code }) => `${code} ${school.name}`)).to.deep.equal([
      'older-year Old',
      'duplicate-id Other',
      'duplicate-row NEW',
    ]);
  });

  it('goes by the place, or by the students, where no directory has the school', () => {
    const places = row({ file: 'places', school: { name: 'Place' } });
    const members = row({ file: 'members', school: { name: 'Count', enrollment: 3 } });
    expect(joinSchool([members, places], itself).main).to.equal(places);
    expect(joinSchool([members], itself)).to.deep.include({ main: members, places: undefined });
  });

  it('keeps a field that a file has and says nothing in, so that it is emptied', () => {
    const joined = joinSchool([row({ school: { name: 'A', phone: undefined } })], itself);
    expect(Object.keys(schoolOf(joined, itself))).to.include('phone');
  });

  it('loses no row, in whatever order they come', () => {
    const any = fc.record({
      file: fc.constantFrom('directory', 'places', 'members', undefined),
      year: fc.constantFrom('2020-2021', '2021-2022', '2022-2023'),
      name: fc.constantFrom('A', 'B'),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (all) => {
        const rows = all.map(({ file, year, name }) =>
          row({ ...(file && { file }), year, school: { name } }),
        );
        const { main, places, members, spare } = joinSchool(rows, itself);
        const used = new Set([main, places, members].filter((one) => one !== undefined));
        expect(used.size + spare.length).to.equal(rows.length);
        for (const one of used)
          for (const other of spare.filter((each) => each.row.file === one.file))
            expect(other.row.year <= one.year).to.equal(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('isWanted', () => {
  const polk = { state: 'OR', county: 'Polk County', leaId: '0410000', leaName: 'Falls City SD 57' };

  it('goes by state, county and district, however they are written', () => {
    const wanted = [
      {},
      { state: 'or' },
      { county: 'polk' },
      { county: 'Polk County', state: 'OR' },
      { district: 'falls city sd 57' },
      { district: '410000' },
      { district: '0410000', state: '' },
    ];
    for (const each of wanted) expect(isWanted(polk, each), JSON.stringify(each)).to.equal('yes');
    for (const each of [
      { state: 'WA' },
      { county: 'Linn' },
      { district: '4100004' },
      { state: 'OR', county: 'Linn' },
    ])
      expect(isWanted(polk, each), JSON.stringify(each)).to.equal('no');
  });

  it('knows when a row does not say', () => {
    expect(isWanted({ state: 'OR' }, { state: 'OR', county: 'Polk' })).to.equal('unsaid');
    expect(isWanted({ leaId: '0410000' }, { district: 'Falls City SD 57' })).to.equal('unsaid');
    expect(isWanted({ state: 'WA' }, { state: 'OR', county: 'Polk' })).to.equal('no');
  });
});
