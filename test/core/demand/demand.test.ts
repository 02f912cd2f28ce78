import { expect } from 'chai';
import { cellToLatLng, latLngToCell } from 'h3-js';
import { demandColumns } from '../../../core/demand/demand-columns.ts';
import { DemandQuestion } from '../../../core/demand/demand-question.ts';
import { schoolDemand } from '../../../core/demand/school-place.ts';
import { studentDemand } from '../../../core/demand/student-demand.ts';
import { School } from '../../../core/schools/school.ts';

const NEAR = latLngToCell(41.6, -91.5, 7);
const FAR = latLngToCell(41.9, -91.5, 7);

function school(id: string, more: Partial<School> = {}): School {
  const source = { system: 'test', id };
  const point = { type: 'Point' as const, coordinates: [-91.5, 41.6] as [number, number] };
  return { ...School.parse({ id, source, districtId: 'd', name: id.toUpperCase(), point }), ...more };
}

describe('Demand', () => {
  it('counts groups at their cells, or at their school where no cell is told', () => {
    const schools = [school('b', { locale: 'rural' }), school('a', { locale: 'town' })];
    const groups = [
      { schoolId: 'b', cell: FAR, students: 20 },
      { schoolId: 'a', cell: FAR, students: 30 },
      { schoolId: 'b', cell: NEAR, students: 11 },
      { schoolId: 'a', cell: null, students: 40 },
    ];
    const { places, noData } = studentDemand({ groups }, schools);
    const [latitude, longitude] = cellToLatLng(FAR);
    const cells = [
      { id: FAR, kind: 'cell', point: [longitude, latitude], people: 50, locale: 'town' },
      { id: NEAR, kind: 'cell', point: [...cellToLatLng(NEAR)].reverse(), people: 11, locale: 'rural' },
    ].sort((x, y) => (x.id < y.id ? -1 : 1));
    const atSchool = { id: 'a', kind: 'school', name: 'A', point: [-91.5, 41.6], people: 40, locale: 'town' };
    expect(places).to.deep.equal([...cells, atSchool]);
    expect(noData).to.deep.equal([]);
  });

  it('is the same in whatever order groups and schools come', () => {
    const schools = [school('a', { locale: 'town' }), school('b', { locale: 'rural' })];
    const groups = schools.map(({ id }) => ({ schoolId: id, cell: FAR, students: 20 }));
    expect(studentDemand({ groups: [...groups].reverse() }, [...schools].reverse())).to.deep.equal(
      studentDemand({ groups }, schools),
    );
  });

  it('says of which schools nothing can be said, and never takes them for zero', () => {
    const { point: _point, ...nowhere } = school('nowhere');
    const schools = [school('few'), nowhere, school('there')];
    const groups = [
      { schoolId: 'there', cell: null, students: 12 },
      { schoolId: 'nowhere', cell: null, students: 25 },
    ];
    const { places, noData } = studentDemand({ groups }, schools);
    expect(places.map(({ id }) => id)).to.deep.equal(['there']);
    expect(noData).to.deep.equal(['few', 'nowhere']);
    const counted = [
      school('empty', { enrollment: 0 }),
      school('full', { enrollment: 300 }),
      school('silent'),
    ];
    const enrolled = schoolDemand(counted, ({ enrollment }) => enrollment);
    expect(enrolled.places.map(({ id, people }) => [id, people])).to.deep.equal([['full', 300]]);
    expect(enrolled.noData).to.deep.equal(['empty', 'silent']);
  });

  it('lies in columns with the range that its margins of error leave', () => {
    const place = { kind: 'area' as const, point: [-91.5, 41.6] as [number, number] };
    const columns = demandColumns([
      { ...place, id: 'a', people: 40, low: 25, high: 55 },
      { ...place, id: 'b', people: 10 },
    ]);
    expect(columns).to.deep.equal({
      longitude: Float64Array.of(-91.5, -91.5),
      latitude: Float64Array.of(41.6, 41.6),
      people: Float64Array.of(40, 10),
      low: Float64Array.of(25, 10),
      high: Float64Array.of(55, 10),
    });
  });

  it('is asked with one term where needs are counted, and with none otherwise', () => {
    for (const question of [
      { of: 'need', term: 'food' },
      { of: 'unmet', term: 'food' },
      { of: 'students' },
      { of: 'children' },
    ])
      expect(DemandQuestion.safeParse(question).success, JSON.stringify(question)).to.equal(true);
    for (const question of [
      { of: 'need' },
      { of: 'unmet' },
      { of: 'students', term: 'food' },
      { of: 'pets' },
      {},
    ])
      expect(DemandQuestion.safeParse(question).success, JSON.stringify(question)).to.equal(false);
  });
});
