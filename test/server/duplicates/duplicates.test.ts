import { expect } from 'chai';
import { Organization, Service } from '../../../core/directory/service.ts';
import type { DuplicateList, MergeView } from '../../../core/duplicates/duplicate-view.ts';
import { correctionCollections } from '../../../server/corrections/correction-collection.ts';
import { settleImported } from '../../../server/duplicates/settle-imported.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { jobCollections } from '../../../server/jobs/job-collection.ts';
import { findDuplicates } from '../../../workers/find-duplicates.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { townCollections } from './merge-town.ts';

const source = (id: string) => ({ system: 'county', id });
const hope = (id: string, more: object = {}) =>
  Organization.parse({
    id,
    name: 'Academy of Hope',
    website: 'https://hope.example.org',
    source: source(id),
    ...more,
  });
const others = Array.from({ length: 30 }, (_, n) =>
  Organization.parse({ id: `z${n}`, name: `Partner number${n} quite${n}`, source: source(`z${n}`) }),
);
const tutoring = Service.parse({
  id: 's',
  name: 'Tutoring',
  organizationId: 'b',
  source: source('s'),
  terms: ['reading-tutoring'],
});

describe('duplicates', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let keeper: Agent;
  before(async () => {
    at = await testApp({ collections: [...townCollections, ...jobCollections, ...correctionCollections] });
    keeper = await at.signIn('administrator');
    await importAll();
  });
  after(() => at.close());

  const importAll = async (changed: object = {}) => {
    const store = createDirectoryStore(at.deps.db);
    await store.upsertMany('organizations', [
      hope('a'),
      hope('b', { email: 'info@hope.example.org', ...changed }),
      ...others,
    ]);
    await store.upsertMany('services', [{ ...tutoring, ...changed }]);
    await settleImported({ db: at.deps.db, taxonomy: at.deps.rules.taxonomy, clock: at.deps.clock });
  };
  const look = async () => {
    const { body } = await keeper.post('/api/v1/duplicate-runs').expect(202);
    await findDuplicates(at.deps, body.id);
    const ended = await keeper.get(`/api/v1/duplicate-runs/${body.id}`).expect(200);
    return ended.body.result;
  };
  const list = async (state = 'open') =>
    (await keeper.get(`/api/v1/duplicates?state=${state}`).expect(200)).body as DuplicateList;

  it('are found, with reasons and both records side by side', async () => {
    expect(await look()).to.deep.equal({ organization: 1, location: 0, service: 0 });
    const { items, total } = await list();
    expect([total, items[0]?.id]).to.deep.equal([1, 'organization:a:b']);
    expect(items[0]?.reasons.map(({ field, level }) => `${field} ${level}`)).to.deep.equal([
      'name same',
      'web same',
    ]);
    expect([items[0]?.left.hanging, items[0]?.right.hanging]).to.deep.equal([0, 1]);
    const email = (side: 'left' | 'right') =>
      items[0]?.[side].fields.find(({ field }) => field === 'email')?.text;
    expect([email('left'), email('right')]).to.deep.equal(['', 'info@hope.example.org']);
  });

  it('that somebody called different are shown no more, also after another import and search', async () => {
    await keeper.put('/api/v1/duplicates/organization:a:b/state').send({ state: 'different' }).expect(204);
    await importAll({ description: 'Newer words of the source.' });
    expect(await look()).to.deep.include({ organization: 0 });
    expect([(await list()).total, (await list('different')).total]).to.deep.equal([0, 1]);
    await keeper.put('/api/v1/duplicates/organization:a:b/state').send({ state: 'open' }).expect(204);
    expect((await list()).total).to.equal(1);
  });

  it('are merged: old ids lead to the record that stays, and imports keep to it', async () => {
    await keeper
      .post('/api/v1/merges')
      .send({ kind: 'organization', keep: 'a', drop: 'b', take: ['email'] })
      .expect(200);
    expect((await list()).total).to.equal(0);
    for (const changed of [{}, { description: 'Newest words.' }]) {
      await importAll(changed);
      const shown = (await at.visitor().get('/api/v1/organizations/b').expect(200)).body;
      expect(shown.organization).to.deep.include({ id: 'a', email: 'info@hope.example.org' });
      expect(shown.services.map(({ id }: { id: string }) => id)).to.deep.equal(['s']);
    }
    const moved = await at.visitor().get('/hsds/organizations/b?full_service=true').redirects(0).expect(301);
    expect(moved.headers.location).to.equal('/hsds/organizations/a?full_service=true');
    const { body } = await at.visitor().get('/hsds/organizations?per_page=100').expect(200);
    expect(body.total_items).to.equal(31);
    await keeper.post('/api/v1/merges').send({ kind: 'organization', keep: 'b', drop: 'a' }).expect(409);
  });

  it('are made two again, with what was imported meanwhile, and wait to be judged anew', async () => {
    const store = createDirectoryStore(at.deps.db);
    const more = { ...tutoring, id: 't', source: source('t') };
    await store.upsertMany('services', [more]);
    const { body } = await keeper.get('/api/v1/merges').expect(200);
    expect(body.items.map(({ id, into }: MergeView) => [id, into.id])).to.deep.equal([['b', 'a']]);
    await keeper.delete('/api/v1/merges/b').expect(204);
    await keeper.delete('/api/v1/merges/b').expect(404);
    const shown = (await at.visitor().get('/api/v1/organizations/b').expect(200)).body;
    expect(shown.organization.id).to.equal('b');
    expect(shown.services.map(({ id }: { id: string }) => id).sort()).to.deep.equal(['s', 't']);
    expect(
      (await at.visitor().get('/api/v1/organizations/a').expect(200)).body.organization,
    ).not.to.have.property('email');
    expect((await list()).total).to.equal(1);
  });

  it('are taken over field by field of those that there are', async () => {
    const wrong = { kind: 'organization', keep: 'a', drop: 'b', take: ['contentHash'] };
    await keeper.post('/api/v1/merges').send(wrong).expect(400);
    expect((await list()).total).to.equal(1);
  });
});
