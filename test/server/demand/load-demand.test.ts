import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import { supplyOf } from '../../../core/access/supply-of.ts';
import { showAreaSet, writeAreas } from '../../../server/demand/area-set-store.ts';
import { loadDemand } from '../../../server/demand/load-demand.ts';
import { readOffersOf } from '../../../server/gaps/gap-world.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const MONDAY = new Date('2026-11-02T08:00:00Z');
const HOME = latLngToCell(40.5, -96.5, 7);

describe('Loading demand and supply', () => {
  let at: Awaited<ReturnType<typeof testApp>>;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 150, schoolCount: 3 });
    const schools = town.schools.map((school, n) => (n < 2 ? { ...school, enrollment: 100 * n } : school));
    const students = town.students
      .filter(({ schoolId }, n) => schoolId !== 'school-2' || n < 9)
      .map((student) => (student.schoolId === 'school-0' ? { ...student, homeCell: HOME } : student));
    await storeTown(at.deps.db, { ...town, schools, students });
  });
  after(() => at.close());

  const load = (question: Parameters<typeof loadDemand>[2]) =>
    loadDemand(at.deps.db, at.deps.rules, question, MONDAY);

  it('tells of students as the count does: nothing of a school of three', async () => {
    const { places, noData, asOf } = await load({ of: 'students' });
    expect(places.map(({ id, people }) => [id, people])).to.deep.equal([
      [HOME, 50],
      ['school-1', 50],
    ]);
    expect({ noData, asOf }).to.deep.equal({ noData: ['school-2'], asOf: '2026-11-02' });
  });

  it('tells of students with a need at schools, where that may be told', async () => {
    const { places, noData } = await load({ of: 'need', term: 'basic-needs' });
    expect(places.map(({ id, kind, people }) => [id, kind, people])).to.deep.equal([
      ['school-0', 'school', 20],
      ['school-1', 'school', 20],
    ]);
    expect(noData).to.deep.equal(['school-2']);
    // All who need something basic need food: of a part as large as the whole nothing more is told.
    const narrower = await load({ of: 'need', term: 'food' });
    expect(narrower.places).to.deep.equal([]);
    expect(narrower.noData).to.deep.equal(['school-0', 'school-1', 'school-2']);
  });

  it('tells of enrolment as schools do, and takes neither none nor silence for a number', async () => {
    const { places, noData } = await load({ of: 'enrolment' });
    expect(places.map(({ id, people }) => [id, people])).to.deep.equal([['school-1', 100]]);
    expect(noData).to.deep.equal(['school-0', 'school-2']);
  });

  it('tells of children by area with their range, from one whole set of areas', async () => {
    expect(await load({ of: 'children' })).to.deep.equal({ places: [], noData: [], asOf: '2026-11-02' });
    const { db } = at.deps;
    const area = (id: string, people?: number) => {
      const place = { id, point: [-96.5, 40.5] as [number, number], deprivation: 4 as const };
      return people === undefined ? place : { ...place, people, low: people - 2, high: people + 2 };
    };
    const file = { source: 'census', filename: 'a.csv', importedAt: '2026-11-01T09:00:00Z' };
    await writeAreas(db, 'old', [area('gone', 7)]);
    await showAreaSet(db, { ...file, set: 'old', areas: 1 });
    await writeAreas(db, 'new', [area('b', 20), area('a', 10), area('lake')]);
    expect((await load({ of: 'children' })).places.map(({ id }) => id)).to.deep.equal(['gone']);
    await showAreaSet(db, { ...file, set: 'new', areas: 3 });
    const place = { kind: 'area', point: [-96.5, 40.5], deprivation: 4 };
    expect(await load({ of: 'children' })).to.deep.equal({
      places: [
        { ...place, id: 'a', people: 10, low: 8, high: 12 },
        { ...place, id: 'b', people: 20, low: 18, high: 22 },
      ],
      noData: ['lake'],
      asOf: '2026-11-01',
    });
  });

  it('tells of the places that give a term, and of how many nobody knows how large they are', async () => {
    const { places, unknown } = supplyOf(
      await readOffersOf(at.deps.db, ['food-pantry']),
      at.deps.rules.access,
    );
    expect(places.map(({ id, capacity }) => [id, capacity])).to.deep.equal([
      ['offer-0002', 1],
      ['offer-0007', 1],
      ['offer-0012', 5],
      ['offer-0017', 1],
      ['offer-0022', 1],
      ['offer-0027', 1],
    ]);
    expect(unknown).to.equal(5);
  });
});
