import { expect } from 'chai';
import type { Feature, Polygon, Position } from 'geojson';
import { cellToLatLng, latLngToCell } from 'h3-js';
import type { Response } from 'supertest';
import { GapResult, type GapRow } from '../../../core/gaps/gap.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { announced } from '../../../server/jobs/job-events.ts';
import { beginFinish, beginJob, createJob } from '../../../server/jobs/job-store.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { students } from '../../../server/students/student-collection.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, signInWith, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const RUNS = '/api/v1/gap-runs';
const PARAMS = { terms: ['food-pantry'], minutes: 30, mode: 'car', demand: 'all' };
const COLUMNS = 'id,name,students,covered,share,end,unmet,nearestMinutes,nearestService,hidden';
/** Sixteen students live in each of three cells near the schools, three in the last one. */
const CELLS = [0, 1, 2, 3].map((n) => latLngToCell(40.5, -96.5 + n * 0.08, 7));

describe('Gap runs over HTTP', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let result: GapResult;
  let runId = '';

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 51, schoolCount: 2 }));
    const { collection } = model(at.deps.db, students);
    for (const [n, { _id }] of (await collection.find().sort({ _id: 1 }).toArray()).entries())
      await collection.updateOne({ _id }, { $set: { homeCell: CELLS[Math.floor(n / 16)] } });
    leader = await at.signIn({ role: 'district-leader' });
    runTasks(at.deps);
    runId = (await leader.post(RUNS).send(PARAMS).expect(202)).body.id;
    await jobEnd(at.deps, runId);
    result = (await at.visitor().get(`${RUNS}/${runId}/result`).expect(200)).body;
  });
  after(() => at.close());

  it('end with figures that have the promised shape', async () => {
    const { body } = await at.visitor().get(`${RUNS}/${runId}`).expect(200);
    expect(body).to.include({ kind: 'gaps', status: 'complete' });
    expect(body.result).to.deep.equal({ offers: result.offers, students: 51 });
    expect(GapResult.parse(result)).to.deep.equal(result);
    expect(result.bySchool.map(({ name }) => name)).to.deep.equal(['School 0', 'School 1']);
    // The small one has no row, and those who live there are told of with others, so nothing follows from the total.
    expect(result.byCell.map(({ id }) => id)).to.not.include(CELLS[3]);
    const told = result.byCell.map(({ students: count }) => Number(count));
    expect(Math.min(...told)).to.be.at.least(10);
    expect(told.reduce((sum, count) => sum + count, 0)).to.equal(51);
  });

  it('name the nearest places as they are called today, and none that has become confidential', async () => {
    const [asked] = result.bySchool.map((row) => row.nearestOfferId);
    const named = (body: GapResult) => body.nearest?.find(({ id }) => id === asked);
    expect(named(result)?.serviceName).to.match(/^Service \d+$/);
    const { collection } = model(at.deps.db, offers);
    const found = { _id: asked } as object;
    await collection.updateOne(found, { $set: { confidentiality: 'hidden' } });
    try {
      const { body } = await at.visitor().get(`${RUNS}/${runId}/result`).expect(200);
      expect(named(body)).to.equal(undefined);
      const csv = await at.visitor().get(`${RUNS}/${runId}.csv`).expect(200);
      expect(csv.text).to.not.include(String(named(result)?.serviceName));
    } finally {
      await collection.updateOne(found, { $set: { confidentiality: 'public' } });
    }
  });

  it('name the terms that are not ours', async () => {
    const { body } = await leader
      .post(RUNS)
      .send({ ...PARAMS, terms: ['food-pantry', 'juggling'] })
      .expect(400);
    expect(body).to.include({ code: 'unknown-term' });
    expect(body.errors).to.deep.equal([{ path: 'terms.1', message: 'There is no term "juggling".' }]);
  });

  it('refuse input that has not its shape', async () => {
    for (const change of [
      { terms: [] },
      { minutes: 0 },
      { minutes: 241 },
      { mode: 'rocket' },
      { demand: 'some' },
      { terms: ['food-pantry', 'housing'], demand: 'need' },
    ]) {
      const { body } = await leader
        .post(RUNS)
        .send({ ...PARAMS, ...change })
        .expect(400);
      expect(body.errors[0].path).to.match(new RegExp(`^${Object.keys(change)[0]}`));
    }
  });

  it('may be read by the public and started by whoever is signed in with a role', async () => {
    for (const path of [
      '',
      `/${runId}`,
      `/${runId}/result`,
      `/${runId}/events`,
      `/${runId}.csv`,
      `/${runId}.geojson`,
    ])
      await at.visitor().get(`${RUNS}${path}`).expect(200);
    await at.visitor().post(RUNS).send(PARAMS).expect(401);
    await at.visitor().post(`${RUNS}/${runId}/cancel`).expect(401);
    const { body } = await (await at.signIn('family')).post(RUNS).send(PARAMS).expect(202);
    await jobEnd(at.deps, body.id);
  });

  it('answer 404 for a run that is not there, and for figures that are not there yet', async () => {
    const waiting = await createJob(at.deps.db, { kind: 'gaps', params: PARAMS, step: 'waiting' });
    for (const id of [waiting.id, 'd4f0c0de-0000-4000-8000-000000000000'])
      for (const path of ['/result', '.csv', '.geojson'])
        await at.visitor().get(`${RUNS}/${id}${path}`).expect(404);
  });

  for (const by of ['school', 'cell'] as const) {
    it(`give the same rows by ${by} as CSV`, async () => {
      const reply = await at.visitor().get(`${RUNS}/${runId}.csv?by=${by}`).expect(200);
      expect(reply.headers['content-disposition']).to.include(`gaps-by-${by}.csv`);
      const [head, ...lines] = reply.text.trimEnd().split('\r\n');
      expect(head).to.equal(COLUMNS);
      const rows = by === 'school' ? result.bySchool : result.byCell;
      expect(lines).to.deep.equal([...rows, { ...result.total, id: 'total', name: 'Total' }].map(csvOf));
    });
  }

  it('give the cells as hexagons of RFC 7946 around their homes', async () => {
    const reply = await at.visitor().get(`${RUNS}/${runId}.geojson?by=cell`).expect(200);
    expect(reply.type).to.equal('application/geo+json');
    const { type, features } = JSON.parse(reply.text ?? String(reply.body)) as {
      type: string;
      features: Feature<Polygon>[];
    };
    expect(type).to.equal('FeatureCollection');
    expect(features.map(({ properties }) => properties)).to.deep.equal(result.byCell);
    for (const { id, geometry } of features) {
      const [ring = []] = geometry.coordinates;
      expect(ring.at(0)).to.deep.equal(ring.at(-1));
      expect(ring).to.have.length(7);
      expect(signedArea(ring), 'counterclockwise').to.be.greaterThan(0);
      const [latitude, longitude] = cellToLatLng(String(id));
      expect(ring[0]?.[0]).to.be.closeTo(longitude, 0.1);
      expect(ring[0]?.[1]).to.be.closeTo(latitude, 0.1);
    }
  });

  it('give the schools as points', async () => {
    const { body } = await at
      .visitor()
      .get(`${RUNS}/${runId}.geojson`)
      .buffer(true)
      .parse(asText)
      .expect(200);
    const { features } = JSON.parse(body);
    expect(features.map(({ id, geometry }: Feature) => [id, geometry.type])).to.deep.equal([
      ['school-0', 'Point'],
      ['school-1', 'Point'],
    ]);
  });

  it('are the same a day later, though a student has come', async () => {
    const { collection } = model(at.deps.db, students);
    const [known] = await collection.find().limit(1).toArray();
    await collection.insertOne({ ...known, _id: 'one-more' } as never);
    try {
      const { body } = await leader.post(RUNS).send(PARAMS).expect(202);
      await jobEnd(at.deps, body.id);
      const again = await at.visitor().get(`${RUNS}/${body.id}/result`).expect(200);
      expect(again.body).to.deep.equal(result);
    } finally {
      await collection.deleteOne({ _id: 'one-more' } as object);
    }
  });

  it('carry no figure of a hidden row anywhere', async () => {
    // One school keeps three students: too few to be told, and they are in no other figure either.
    const { collection } = model(at.deps.db, students);
    const moved = await collection.find({ schoolId: 'school-1' }).sort({ _id: 1 }).toArray();
    const ids = moved.slice(3).map(({ _id }) => _id);
    await collection.updateMany({ _id: { $in: ids } }, { $set: { schoolId: 'school-0' } });
    try {
      const { body } = await leader.post(RUNS).send(PARAMS).expect(202);
      await jobEnd(at.deps, body.id);
      const read = (path: string) =>
        at.visitor().get(`${RUNS}/${body.id}${path}`).buffer(true).parse(asText).expect(200);
      const hidden = (JSON.parse((await read('/result')).body) as GapResult).bySchool.filter(
        (row) => row.hidden,
      );
      const small = hidden.find(({ id }) => id === 'school-1');
      expect(small).to.include({ students: null, covered: null, share: null, end: null, unmet: null });
      for (const row of hidden) expect(row).to.include({ covered: null, share: null });
      const csv = (await read('.csv')).body as string;
      expect(csv).to.match(/^school-1,School 1,,,,,,/m);
      const everything = [await read('/result'), await read('.geojson'), await read('')]
        .map((reply) => reply.body)
        .join('\n');
      expect(everything).to.not.match(/"(students|covered)":3\b/);
      expect(everything).to.not.include(CELLS[3]);
      expect(csv).to.not.include(CELLS[3]);
    } finally {
      await collection.updateMany({ _id: { $in: ids } }, { $set: { schoolId: 'school-1' } });
    }
  });

  describe('that wait', () => {
    it('may be cancelled by who asked, a district leader and an administrator, and by nobody else', async () => {
      const accounts = { staff: await at.createAccount('staff'), partner: await at.createAccount('partner') };
      const [asked, other] = [await sign(accounts.staff.email), await sign(accounts.partner.email)];
      const waiting = () =>
        createJob(at.deps.db, {
          kind: 'gaps',
          params: PARAMS,
          step: 'waiting',
          accountId: accounts.staff.id,
        });
      const first = await waiting();
      expect((await other.post(`${RUNS}/${first.id}/cancel`).expect(403)).body.code).to.equal('forbidden');
      for (const agent of [asked, leader, await at.signIn('administrator')]) {
        const { id } = await waiting();
        expect((await agent.post(`${RUNS}/${id}/cancel`).expect(200)).body.status).to.equal('cancelled');
      }
      const theirs = await createJob(at.deps.db, { kind: 'gaps', params: PARAMS, step: 'waiting' });
      await asked.post(`${RUNS}/${theirs.id}/cancel`).expect(403);
    });

    it('cannot be cancelled once their figures are written', async () => {
      const { id } = await createJob(at.deps.db, { kind: 'gaps', params: PARAMS, step: 'waiting' });
      await beginJob(at.deps.db, id);
      await announced(at.deps, beginFinish(at.deps.db, id));
      expect((await leader.post(`${RUNS}/${id}/cancel`).expect(200)).body.status).to.equal('running');
    });
  });

  async function sign(email: string): Promise<Agent> {
    return signInWith(at.visitor(), email);
  }
});

/** A row as its line: what is null is an empty field. Services and offers of the town share their number. */
function csvOf(row: GapRow): string {
  const nearestService = row.nearestOfferId?.replace(/^offer-0*(?=\d)/, 'Service ');
  const fields: Record<string, unknown> = { ...row, nearestService };
  return COLUMNS.split(',')
    .map((column) => fields[column] ?? '')
    .join(',');
}

/** Twice the area that a ring goes around; above zero where it goes counterclockwise. */
function signedArea(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], n) => {
    const [fromX = 0, fromY = 0] = ring[n] ?? [];
    return sum + (fromX * y - x * fromY);
  }, 0);
}

/** The answer as it came over the wire. */
function asText(res: Response, done: (error: Error | null, body: string) => void): void {
  let text = '';
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk) => (text += chunk));
  stream.on('end', () => done(null, text));
}
