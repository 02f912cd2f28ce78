import { expect } from 'chai';
import { categoriesOf, headersOf } from '../../../core/imports/categories-of.ts';
import { ImportMapping, type MappedKind } from '../../../core/imports/import-mapping.ts';
import type { InputRecord } from '../../../core/imports/input-record.ts';
import { knownColumns } from '../../../core/imports/known-columns.ts';
import { type TryContext, tryRows } from '../../../core/imports/try-rows.ts';

const WORDS = { programs: [], attributes: [] };
const bounds: [number, number, number, number] = [-97, 40, -96, 41];
const csv = (...rows: string[]): InputRecord[] =>
  rows.map((row, at) => {
    const cells = row.split(',');
    return at === 0 ? { kind: 'header', cells, line: 1 } : { kind: 'row', cells, line: at + 1, notes: [] };
  });

function trial(kind: MappedKind, records: InputRecord[], columns: Record<string, string> = {}) {
  const context: TryContext = {
    known: knownColumns(kind, WORDS),
    bounds,
    students: {
      district: { bounds, homeResolution: 7 },
      findSchool: (text) => (text === 'North' ? { id: 'n' } : 'unknown'),
      findTerm: (name) => (name === 'robotics' ? name : undefined),
      eligibility: { words: WORDS, findProgram: () => undefined },
      source: 'test',
    },
  };
  return tryRows(kind, records, ImportMapping.parse({ columns }), context).map(({ line, cells, notes }) => ({
    line,
    cells,
    notes: notes.map(({ code, field }) => `${code} ${field}`),
  }));
}

describe('Trying rows in the page', () => {
  it('shows services as they would come in, with findings in our names', () => {
    const rows = trial(
      'directory-table',
      csv(
        'name,organization,address,city,lat,lon,phone,hours',
        'Shelf,Hands,1 Elm St,Tulsa,40.5,-96.5,12,Mon 9am-5pm',
        ',,,,,,,',
      ),
    );
    expect(rows[0]).to.deep.equal({
      line: 2,
      cells: {
        service: 'Shelf',
        organization: 'Hands',
        place: 'Hands · 1 Elm St, Tulsa',
        point: 'yes',
        hours: 'MO 09:00–17:00',
      },
      notes: ['bad-phone phone', 'hours-from-text hours'],
    });
    expect(rows[1]!.cells).to.equal(undefined);
  });

  it('shows schools, students and areas by their own readers', () => {
    expect(trial('schools', csv('Nm,gslo,gshi', 'North,PK,5'), { name: 'Nm' })[0]!.cells).to.deep.equal({
      name: 'North',
      grades: '-1–5',
    });
    expect(
      trial('students', csv('id,school,grade,interests', '7,North,4,robotics:2', '8,South,4,')),
    ).to.deep.equal([
      { line: 2, cells: { id: '7', grade: '4', interests: 'robotics' }, notes: [] },
      { line: 3, cells: undefined, notes: ['unknown-school school'] },
    ]);
    const area: InputRecord = {
      kind: 'json',
      list: '',
      value: { geoid: '31', children: 5 },
      line: 1,
      notes: [],
    };
    expect(trial('areas', [area])[0]!.cells).to.deep.equal({ id: '31', people: '5' });
  });

  it('lists the categories of a column, the most frequent first', () => {
    const records = csv('name,type', 'a,Food; Shelter', 'b,Food', 'c,n/a');
    expect(headersOf(records)).to.deep.equal(['name', 'type']);
    expect(categoriesOf(records, ['name', 'type'], 1)).to.deep.equal([
      { name: 'Food', count: 2 },
      { name: 'Shelter', count: 1 },
    ]);
  });
});
