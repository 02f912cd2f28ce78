import { booleanValid } from '@turf/turf';
import { expect } from 'chai';
import type { FeatureCollection, Polygon } from 'geojson';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import { figureId } from '../../../core/privacy/count-needs.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { studentCounts } from '../../../server/privacy/student-count-collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const ASKED = '/api/v1/demand?of=unmet&term=reading-tutoring';

interface Row {
  id: string;
  people: number | null;
}

const RING = [
  [-96.512345678, 40.5],
  [-96.5, 40.5],
  [-96.5, 40.51],
  [-96.512345678, 40.5],
];

function areas(...children: (number | null)[]): string {
  const features = children.map((people, n) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [RING.map(([x, y]) => [x! + n * 0.02, y])] },
    properties: { GEOID: `area-${n}`, children: people, moe: 12, quintile: 5 },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

describe('Demand over HTTP', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let administrator: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 40, schoolCount: 2 }));
    administrator = await at.signIn({ role: 'administrator' });
    runTasks(at.deps);
  });
  after(() => at.close());

  const upload = (agent: Agent, content: string) =>
    agent
      .post('/api/v1/imports?kind=areas&source=census&filename=areas.geojson')
      .set('Content-Type', 'application/octet-stream')
      .send(content);
  const shown = () => at.visitor().get('/api/v1/demand-areas').buffer(true);

  it('has no areas at first, which is told as none', async () => {
    const { text, body, headers } = await shown().expect(200);
    expect(JSON.parse(text ?? String(body))).to.deep.equal({
      type: 'FeatureCollection',
      from: null,
      features: [],
    });
    expect(headers.etag).to.equal('"none"');
    const { body: demand } = await at.visitor().get('/api/v1/demand?of=children').expect(200);
    expect(demand).to.deep.include({ places: [], noData: [] });
  });

  it('gives areas that an administrator imports, as valid shapes, once until the next import', async () => {
    await upload(await at.signIn({ role: 'community-leader' }), areas(40)).expect(403);
    const { id } = (await upload(administrator, areas(40, null)).expect(202)).body;
    const job = await jobEnd(at.deps, id);
    expect(job?.status).to.equal('complete');
    const reply = await shown().expect(200);
    expect(reply.type).to.equal('application/geo+json');
    const { features, from } = JSON.parse(reply.text ?? String(reply.body)) as FeatureCollection<Polygon> & {
      from: object;
    };
    expect(from).to.include({ source: 'census', areas: 2 });
    expect(features.map(({ id: area, properties }) => [area, properties])).to.deep.equal([
      ['area-0', { people: 40, low: 28, high: 52, deprivation: 5 }],
      ['area-1', { people: null, deprivation: 5 }],
    ]);
    for (const { geometry } of features) expect(booleanValid(geometry)).to.equal(true);
    expect(features[0]?.geometry.coordinates[0]?.[0]).to.deep.equal([-96.51235, 40.5]);
    await at.visitor().get('/api/v1/demand-areas').set('If-None-Match', reply.headers.etag!).expect(304);
    const { body } = await at.visitor().get('/api/v1/demand?of=children').expect(200);
    expect(
      body.places.map(({ id: area, people, low, high }: Record<string, unknown>) => [
        area,
        people,
        low,
        high,
      ]),
    ).to.deep.equal([['area-0', 40, 28, 52]]);
    expect(body).to.deep.include({ question: { of: 'children' }, noData: ['area-1'] });
  });

  it('keeps them where a newer file breaks off, and says what to do', async () => {
    const before = (await shown()).headers.etag;
    const { id } = (await upload(administrator, areas(1, 2, 3).slice(0, -30)).expect(202)).body;
    const job = await jobEnd(at.deps, id);
    expect(job).to.include({ status: 'failed' });
    expect(job?.error).to.match(/breaks off.*stay.*Export the file again/);
    const { body } = await administrator.get(`/api/v1/imports/${id}/report`).expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).to.include('bad-json');
    expect((await shown()).headers.etag).to.equal(before);
  });

  it('asks for one term where needs are counted, and for one that there is', async () => {
    const ask = (query: string) => at.visitor().get(`/api/v1/demand?${query}`);
    await ask('of=need').expect(400);
    await ask('of=students&term=food').expect(400);
    const { body } = await ask('of=need&term=juggling').expect(400);
    expect(body).to.include({ code: 'unknown-term' });
    const { body: students } = await ask('of=students').expect(200);
    expect(
      students.places.map(({ id, people }: { id: string; people: number }) => [id, people]),
    ).to.deep.equal([
      ['school-0', 20],
      ['school-1', 20],
    ]);
  });

  it('counts needs without a match as they may be told, and nobody before there was a matching', async () => {
    const read = async () => (await at.visitor().get(ASKED).expect(200)).body;
    await read();
    expect(await read()).to.deep.include({ places: [], noData: ['school-0', 'school-1'] });
    const figures = ['school-0', 'school-1'].map((schoolId) => ({
      schoolId,
      id: figureId('unmet', 'reading-tutoring'),
      students: schoolId === 'school-0' ? 12 : 4,
      told: schoolId === 'school-0',
    }));
    const counts = at.deps.db.collection(studentCounts.name);
    await counts.updateMany({}, { $push: { needs: { $each: figures } } } as object);
    const { places, noData } = await read();
    expect(places).to.have.length(1);
    expect(places[0]).to.include({ id: 'school-0', kind: 'school', people: 12 });
    expect(noData).to.deep.equal(['school-1']);
  });

  it('lets a gap run, a search for sites and a what-if ask for them', async () => {
    const term = 'reading-tutoring';
    const access = { measure: measureFor('coverage', 30), demandOf: 'unmet' };
    const asked = { terms: [term], minutes: 30, mode: 'car' };
    const { body: gaps } = await administrator
      .post('/api/v1/gap-runs')
      .send({ ...asked, ...access })
      .expect(202);
    const siting = { ...asked, model: 'mclp', sites: 1, demand: 'unmet', keepExisting: false };
    const { body: sites } = await administrator.post('/api/v1/siting-runs').send(siting).expect(202);
    const ended = await Promise.all([gaps, sites].map(({ id }) => jobEnd(at.deps, id)));
    expect(ended.map((job) => job?.status)).to.deep.equal(['complete', 'complete']);
    const { body: result } = await at.visitor().get(`/api/v1/gap-runs/${gaps.id}/result`).expect(200);
    expect(result.bySchool.map(({ id, people }: Row) => [id, people])).to.have.deep.members([
      ['school-0', 12],
      ['school-1', null],
    ]);
    const path = `/api/v1/what-if-snapshots?terms=${term}&minutes=30&mode=car&demand=unmet`;
    const { body: snapshot } = await at.visitor().get(path).expect(200);
    expect(snapshot.demand.people).to.deep.equal([12]);
    const two = { ...asked, ...access, terms: [term, 'food-pantry'] };
    await administrator.post('/api/v1/gap-runs').send(two).expect(400);
  });
});
