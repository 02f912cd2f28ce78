import { expect } from 'chai';
import type { FeatureCollection } from 'geojson';
import type { DemandArea } from '../../../core/demand/demand-area.ts';
import { GapResult } from '../../../core/gaps/gap.ts';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import { showAreaSet, writeAreas } from '../../../server/demand/area-set-store.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { schools } from '../../../server/schools/school-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const RUNS = '/api/v1/gap-runs';
const ASKED = { terms: ['food-pantry'], minutes: 30, mode: 'car' } as const;

describe('Gap runs that measure access', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 60, schoolCount: 3 });
    // One school far from everything: what it has is known to be nothing.
    const far = { type: 'Point' as const, coordinates: [-99.5, 40.5] as [number, number] };
    const enrolled = town.schools.map((school, n) => ({ ...school, enrollment: 100 * (n + 1) }));
    await storeTown(at.deps.db, { ...town, schools: enrolled.with(2, { ...enrolled[2]!, point: far }) });
    leader = await at.signIn({ role: 'district-leader' });
    runTasks(at.deps);
  });
  after(() => at.close());

  async function run(body: object): Promise<GapResult> {
    const { id } = (
      await leader
        .post(RUNS)
        .send({ ...ASKED, ...body })
        .expect(202)
    ).body;
    expect((await jobEnd(at.deps, id)).status).to.equal('complete');
    const result = (await at.visitor().get(`${RUNS}/${id}/result`).expect(200)).body;
    expect(GapResult.parse(result)).to.deep.equal(result);
    return result;
  }

  /** An area around a school. */
  function around(n: number, more: Partial<DemandArea>): DemandArea {
    const [x, y] = [-96.5 + n * 0.05, 40.5];
    const ring = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ] as const;
    const coordinates = [ring.map(([east, north]): [number, number] => [x + east / 100, y + north / 100])];
    return { id: `area-${n}`, geometry: { type: 'Polygon', coordinates }, point: [x, y], ...more };
  }
  const showAreas = async (set: string, areas: DemandArea[]) => {
    const file = { set, source: 'census', filename: 'a.geojson', importedAt: '2026-11-01T00:00:00Z' };
    await writeAreas(at.deps.db, set, areas);
    await showAreaSet(at.deps.db, { ...file, areas: areas.length });
  };
  const ofChildren = { measure: measureFor('e2sfca', 30), demandOf: 'children' };

  it('share every place among those who are counted, wherever they are', async () => {
    const { bySchool, total, access, params } = await run({
      measure: { method: '2sfca', limit: 30 },
      demandOf: 'enrolment',
    });
    expect(params).to.deep.include({ demandOf: 'enrolment', demand: 'all' });
    expect(access).to.include({ people: 600, noData: 0 });
    const [near, next, far] = bySchool;
    expect([near!.people, next!.people, far!.people]).to.deep.equal([100, 200, 300]);
    expect(far).to.include({ access: 0, outOfReach: true, students: null, hidden: false });
    // No place is given twice, and none is lost.
    expect(100 * near!.access! + 200 * next!.access!).to.be.closeTo(access!.capacity, 1e-9);
    expect(total.access).to.be.closeTo(access!.capacity / 600, 1e-12);
  });

  it('measure students as they are told of, and keep what was told of them', async () => {
    const plain = await run({});
    const { bySchool, byCell, access } = await run({
      measure: measureFor('e2sfca', 30),
      demandOf: 'students',
    });
    const studentsOf = (result: Pick<GapResult, 'bySchool'>) =>
      result.bySchool.map(({ students, covered, share }) => ({ students, covered, share }));
    expect(studentsOf({ bySchool })).to.deep.equal(studentsOf(plain));
    expect(bySchool.map(({ people }) => people)).to.deep.equal(bySchool.map(({ students }) => students));
    expect(byCell.length).to.equal(plain.byCell.length);
    expect(access).to.deep.include({
      asOf: plain.countedOn,
      travel: { ...access!.travel, engine: 'straight' },
    });
  });

  it('work by every method, and say the nearest whatever the limit', async () => {
    for (const method of ['3sfca', 'raam', 'fca-ratio', 'cumulative', 'nearest', 'coverage'] as const) {
      const { bySchool } = await run({ measure: measureFor(method, 30), demandOf: 'enrolment' });
      expect(bySchool[0]!.access, method).to.be.greaterThan(0);
      expect(bySchool[2], method).to.include({ outOfReach: true });
      expect(bySchool[2]!.nearestMinutes, method).to.be.greaterThan(30);
    }
  });

  it('say how what schools have goes with the deprivation of the area they lie in', async () => {
    await showAreas('first', [around(0, { deprivation: 5 }), around(1, { deprivation: 1 })]);
    const { access } = await run({ measure: measureFor('e2sfca', 30), demandOf: 'enrolment' });
    const groups = access!.inequality!.groups.find(({ by }) => by === 'deprivation')!;
    expect(groups.rows.map(({ group, people }) => [group, people])).to.deep.equal([
      ['1', 200],
      ['5', 100],
    ]);
  });

  it('are taken home by census area with their outlines, and without one where an area is no longer there', async () => {
    await showAreas('second', [around(0, { people: 40, low: 30, high: 50 }), around(1, { people: 20 })]);
    const { id } = (
      await leader
        .post(RUNS)
        .send({ ...ASKED, ...ofChildren })
        .expect(202)
    ).body;
    await jobEnd(at.deps, id);
    await showAreas('third', [around(0, { people: 40 }), around(2, { people: 5 })]);
    const { text, body } = await at.visitor().get(`${RUNS}/${id}.geojson?by=area`).buffer(true).expect(200);
    const { features } = JSON.parse(text ?? String(body)) as FeatureCollection;
    expect(
      features.map(({ id: area, geometry, properties }) => [area, geometry?.type, properties?.people]),
    ).to.deep.equal([
      ['area-0', 'Polygon', 40],
      ['area-1', undefined, 20],
    ]);
    expect(features[0]!.properties).to.include({ peopleLow: 30, peopleHigh: 50 });
  });

  it('say of what nobody has counted that there is no data', async () => {
    const { collection } = model(at.deps.db, schools);
    await collection.updateMany({}, { $unset: { enrollment: '' } });
    const { bySchool, total, access } = await run({
      measure: measureFor('e2sfca', 30),
      demandOf: 'enrolment',
    });
    expect(access).to.include({ people: 0, noData: 3 });
    expect(total).to.include({ access: null });
    expect(bySchool[0]).to.include({ people: null, access: null, outOfReach: false });
  });

  it('refuse what cannot be asked', async () => {
    for (const [body, path] of [
      [{ demandOf: 'enrolment' }, 'demandOf'],
      [{ measure: { method: '2sfca', limit: 20 }, demandOf: 'students' }, 'measure.limit'],
      [{ measure: measureFor('e2sfca', 30), demandOf: 'need', terms: ['food-pantry', 'housing'] }, 'terms'],
      [{ measure: { method: 'by-eye', limit: 30 } }, 'measure'],
    ] as const) {
      const { body: problem } = await leader
        .post(RUNS)
        .send({ ...ASKED, ...body })
        .expect(400);
      expect(problem.errors[0].path).to.match(new RegExp(`^${path}`));
    }
  });
});
