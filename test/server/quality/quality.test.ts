import { expect } from 'chai';
import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import type { QualityRow, QualityView } from '../../../core/quality/quality-view.ts';
import { correctionCollections } from '../../../server/corrections/correction-collection.ts';
import { correctField } from '../../../server/corrections/turn-correction.ts';
import { rebuildOffers } from '../../../server/directory/rebuild-offers.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { jobCollections } from '../../../server/jobs/job-collection.ts';
import { qualityCollections } from '../../../server/quality/quality-collections.ts';
import { verificationCollections } from '../../../server/verification/verification-collection.ts';
import { countQualityRun } from '../../../workers/count-quality.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { townCollections } from '../duplicates/merge-town.ts';

const source = (id: string) => ({ system: id.startsWith('b') ? 'county' : 'city', id });
const base = (id: string) => ({ id, name: `Name of ${id}`, source: source(id) });
const service = (id: string, more: object) =>
  Service.parse({ ...base(id), organizationId: id[0], terms: ['tutoring'], ...more });
const link = (serviceId: string, locationId: string) =>
  ServiceAtLocation.parse({ id: `${serviceId}-${locationId}`, serviceId, locationId, source: source('l') });

describe('quality of data', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let administrator: Agent;
  let leader: Agent;
  let partner: Agent;
  before(async () => {
    at = await testApp({
      collections: [
        ...townCollections,
        ...jobCollections,
        ...correctionCollections,
        ...qualityCollections,
        ...verificationCollections,
      ],
    });
    administrator = await at.signIn('administrator');
    leader = await at.signIn('district-leader');
    partner = await at.signIn({ role: 'partner', organizationIds: ['a'] });
    const store = createDirectoryStore(at.deps.db);
    await store.upsertMany('organizations', [
      Organization.parse({ ...base('a'), description: 'Helps.', email: 'a@a.org' }),
      Organization.parse({ ...base('b'), website: 'no page yet' }),
    ]);
    await store.upsertMany('services', [
      service('a1', { email: 'nobody' }),
      service('a2', { email: 'a2@a.org' }),
      service('b1', { email: 'b1 at b.org' }),
      service('b2', { email: 'safe', confidentiality: 'hidden' }),
      service('b3', { email: 'gone', status: 'defunct' }),
    ]);
    const shelter = { ...base('bp'), confidentiality: 'hidden' };
    await store.upsertMany('locations', [Location.parse(base('ap')), Location.parse(shelter)]);
    await store.upsertMany('services_at_locations', [link('a1', 'ap'), link('b2', 'bp')]);
    await rebuildOffers({ db: at.deps.db, taxonomy: at.deps.rules.taxonomy });
  });
  after(() => at.close());

  const view = async (agent: Agent) => (await agent.get('/api/v1/quality').expect(200)).body as QualityView;
  const found = ({ sources }: QualityView, rule: string) =>
    Object.fromEntries(sources.map((each) => [each.source, each.found[rule] ?? 0]));
  const list = async (agent: Agent, rule: string, more = '') =>
    (await agent.get(`/api/v1/quality/records?rule=${rule}${more}`).expect(200)).body.items as QualityRow[];
  const ids = (rows: readonly QualityRow[]) => rows.map(({ id }) => id);
  const count = async () => {
    const { body } = await administrator.post('/api/v1/quality-runs').expect(202);
    await countQualityRun(at.deps, body.id);
    expect((await leader.get(`/api/v1/quality-runs/${body.id}`).expect(200)).body.status).to.equal(
      'complete',
    );
  };

  it('says that nothing was counted yet', async () => {
    expect(await view(administrator)).to.deep.equal({
      countedAt: null,
      changedSince: false,
      sources: [],
      before: null,
    });
  });

  it('is counted by source, of what counts now', async () => {
    await count();
    const all = await view(administrator);
    expect(all.sources.map(({ source: name, records }) => [name, records])).to.deep.equal([
      ['city', { organization: 1, service: 2, location: 1 }],
      ['county', { organization: 1, service: 2, location: 1 }],
    ]);
    expect(found(all, 'bad-email')).to.deep.equal({ city: 1, county: 2 });
    expect(found(all, 'bad-web')).to.deep.equal({ city: 0, county: 1 });
    expect(found(all, 'no-place')).to.deep.equal({ city: 1, county: 1 });
    expect(all.changedSince).to.equal(false);
  });

  it('tells nobody of secret places who may not see them, and partners of their own', async () => {
    expect(found(await view(leader), 'bad-email')).to.deep.equal({ city: 1, county: 1 });
    expect(found(await view(partner), 'bad-email')).to.deep.equal({ city: 1 });
    expect(ids(await list(administrator, 'bad-email'))).to.deep.equal(['a1', 'b1', 'b2']);
    expect(ids(await list(leader, 'bad-email'))).to.deep.equal(['a1', 'b1']);
    expect(ids(await list(partner, 'bad-email'))).to.deep.equal(['a1']);
    expect(ids(await list(partner, 'bad-email', '&source=county'))).to.deep.equal([]);
  });

  it('lists records with what stands there, of a source where one is named, and as a table', async () => {
    expect(await list(leader, 'bad-email', '&source=county')).to.deep.equal([
      {
        kind: 'service',
        id: 'b1',
        name: 'Name of b1',
        source: 'county',
        organizationId: 'b',
        found: 'b1 at b.org',
        mended: false,
      },
    ]);
    const { text } = await leader.get('/api/v1/quality/records.csv?rule=bad-email').expect(200);
    expect(text.trim().split('\r\n')).to.deep.equal([
      'rule,kind,id,name,source,found,page',
      'bad-email,service,a1,Name of a1,city,nobody,/verify/service/a1',
      'bad-email,service,b1,Name of b1,county,b1 at b.org,/verify/service/b1',
    ]);
    await leader.get('/api/v1/quality/records?rule=constructor').expect(400);
  });

  it('leaves out a name that has become secret since it was counted', async () => {
    await at.deps.db
      .collection('services')
      .updateOne({ _id: 'b1' as never }, { $set: { confidentiality: 'hidden' } });
    expect(ids(await list(leader, 'bad-email'))).to.deep.equal(['a1']);
    await at.deps.db
      .collection('services')
      .updateOne({ _id: 'b1' as never }, { $set: { confidentiality: 'public' } });
  });

  it('marks what was put right at once, and counts it no more the next time', async () => {
    const email = { kind: 'service', id: 'a1', field: 'email', value: 'a1@a.org' } as const;
    await correctField(at.deps, email, { account: null, by: { account: 'nobody' } });
    const rows = await list(partner, 'bad-email');
    expect(rows.map(({ id, mended }) => [id, mended])).to.deep.equal([['a1', true]]);
    expect((await view(partner)).changedSince).to.equal(true);
    await count();
    const after = await view(administrator);
    expect(found(after, 'bad-email')).to.deep.equal({ city: 0, county: 2 });
    expect([after.before?.found['bad-email'], after.changedSince]).to.deep.equal([3, false]);
    expect(await list(partner, 'bad-email')).to.deep.equal([]);
  });

  it('forgets a record that has gone', async () => {
    await at.deps.db.collection('services').deleteOne({ _id: 'b1' as never });
    await count();
    expect(found(await view(administrator), 'bad-email')).to.deep.equal({ city: 0, county: 1 });
  });
});
