import { expect } from 'chai';
import fc from 'fast-check';
import { mapColumns } from '../../../core/imports/columns.ts';
import { isClosed, readSchool } from '../../../core/imports/read-school.ts';
import { SCHOOL_COLUMNS } from '../../../core/imports/school-columns.ts';
import { notebook } from './rows.ts';

describe('mapColumns', () => {
  it('knows the columns of NCES files', () => {
    const headers = [
      'NCESSCH',
      'NAME',
      'LSTREE',
      'CITY',
      'STATE',
      'ZIP',
      'NMCNTY',
      'LAT',
      'LON',
      'LOCALE',
      'GSLO',
      'GSHI',
      'MEMBER',
    ];
    const columns = mapColumns(headers, SCHOOL_COLUMNS);
    expect([...columns.keys()].sort()).to.deep.equal([
      'address',
      'city',
      'county',
      'enrollment',
      'highest_grade',
      'latitude',
      'locale',
      'longitude',
      'lowest_grade',
      'name',
      'nces_id',
      'state',
      'zip',
    ]);
  });

  it('lets a mapping go before known names', () => {
    expect(
      mapColumns(['name', 'Official Name'], SCHOOL_COLUMNS, { name: 'official name' }).get('name'),
    ).to.equal(1);
  });
});

describe('readSchool', () => {
  const read = (fields: Record<string, string>) => {
    const { note, codes } = notebook();
    return { school: readSchool(fields, note, [-124, 41, -116, 47]), codes };
  };

  it('reads a row of NCES', () => {
    const { school, codes } = read({
      nces_id: '410000301061',
      name: 'Falls City',
      latitude: '44.86',
      longitude: '-123.43',
      locale: '43',
      lowest_grade: 'PK',
      highest_grade: '08',
      enrollment: '97',
    });
    expect(codes()).to.deep.equal([]);
    expect(school?.sourceId).to.equal('410000301061');
    expect(school?.school).to.deep.equal({
      name: 'Falls City',
      ncesId: '410000301061',
      point: { type: 'Point', coordinates: [-123.43, 44.86] },
      lowestGrade: -1,
      highestGrade: 8,
      enrollment: 97,
      locale: 'rural',
    });
  });

  it('puts back a leading zero that a spreadsheet ate', () => {
    const { school, codes } = read({ nces_id: '60000100380', name: 'x' });
    expect([school?.school.ncesId, codes()]).to.deep.equal(['060000100380', ['leading-zero repaired']]);
  });

  it('takes what NCES marks as missing for missing', () => {
    const { school, codes } = read({
      name: 'x',
      enrollment: '-1',
      locale: 'M',
      lowest_grade: 'UG',
      highest_grade: 'N',
    });
    expect(school?.school).to.deep.equal({
      name: 'x',
      lowestGrade: undefined,
      highestGrade: undefined,
      enrollment: undefined,
      locale: undefined,
    });
    expect(codes()).to.deep.equal([]);
  });

  it('knows closed schools', () => {
    expect(
      ['Closed', '2', 'Future', 'Open', 'closure', ''].map((status) => isClosed({ status })),
    ).to.deep.equal([true, true, true, false, false, false]);
  });

  it('reads when the school day begins and ends, and says what is no time', () => {
    const { school: found, codes } = read({ name: 'A', day_starts_at: '8:05 AM', day_ends_at: 'three' });
    expect(found?.school).to.deep.include({ dayStartsAt: '08:05', dayEndsAt: undefined });
    expect(codes()).to.deep.equal(['bad-time left-out']);
  });

  it('survives any row', () => {
    const field = fc.constantFrom(
      'name',
      'nces_id',
      'latitude',
      'longitude',
      'locale',
      'lowest_grade',
      'highest_grade',
      'enrollment',
      'phone',
      'day_starts_at',
      'day_ends_at',
    );
    fc.assert(fc.property(fc.dictionary(field, fc.string()), (fields) => void read(fields)));
  });
});
