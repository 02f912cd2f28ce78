import { expect } from 'chai';
import { importRoutes } from '../../../server/imports/import-routes.ts';
import { mappingRoutes } from '../../../server/imports/mappings/mapping-routes.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';

const MAPPING = {
  columns: { service_name: 'Nm', terms: 'Kind' },
  everyRow: { organization_name: 'County Health' },
  leftOut: ['Remarks'],
  terms: [{ name: 'Walk-in', to: ['vision-glasses'] }],
  headers: ['Nm', 'Kind', 'Remarks'],
};

describe('What is remembered of the columns of a source', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;

  before(async () => {
    at = await testApp({
      routes: (deps) => [...importRoutes(deps), ...mappingRoutes(deps)],
      collections: [...allCollections],
    });
    runTasks(at.deps);
    leader = await at.signIn('community-leader');
  });
  after(() => at.close());

  const path = (kind: string, source = 'clinics') => `/api/v1/import-mappings/${source}?kind=${kind}`;

  it('is asked for and saved by who may import that kind', async () => {
    const { body } = await leader.get(path('directory-table')).expect(200);
    expect(body).to.deep.equal({ mapping: null });
    await leader.put(path('directory-table')).send(MAPPING).expect(204);
    const { body: saved } = await leader.get(path('directory-table')).expect(200);
    expect(saved.mapping).to.deep.equal(MAPPING);
    await leader.get(path('students')).expect(403);
    await leader.put(path('students')).send(MAPPING).expect(403);
    for (const columns of [{ service_name: 5 }, { $where: 'a' }, { 'a.b': 'c' }])
      await leader.put(path('directory-table')).send({ columns }).expect(400);
  });

  it('holds for every import of that source from then on, and for no other', async () => {
    const run = async (source: string) => {
      const { body } = await leader
        .post(`/api/v1/imports?kind=directory-table&source=${source}&filename=c.csv`)
        .set('content-type', 'application/octet-stream')
        .send('Nm,Kind,Remarks\nNorth clinic,Walk-in,do not tell\n')
        .expect(202);
      return jobEnd(at.deps, body.id);
    };
    expect((await run('clinics')).status).to.equal('complete');
    const services = await model<{ id: string }>(at.deps.db, { name: 'services', indexes: [] }).find().lean();
    expect(services.map((service) => ({ ...service }))).to.have.length(1);
    expect(services[0]).to.deep.include({ name: 'North clinic', terms: ['vision-glasses'] });
    expect(JSON.stringify(services)).not.to.contain('do not tell');
    const other = await run('others');
    expect([other.status, other.error]).to.deep.equal([
      'failed',
      'No file in the input has a column with the names of services or organizations. Say which it is.',
    ]);
  });
});
