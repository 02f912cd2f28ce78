import { expect } from 'chai';
import type { FieldView } from '../../../core/corrections/field-view.ts';
import { correctionRoutes } from '../../../server/corrections/correction-routes.ts';
import { proposalRoutes } from '../../../server/corrections/proposal-routes.ts';
import { waitingProposals } from '../../../server/corrections/waiting.ts';
import { directoryRoutes } from '../../../server/directory/directory-routes.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { location, organization, place, service } from '../access/records.ts';
import { put } from '../access/world.ts';
import { readEntries } from '../audit/check-chain.ts';

const API = '/api/v1';

describe('Correcting the directory', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let coordinator: Agent;
  let partner: Agent;
  let administrator: Agent;

  before(async () => {
    at = await testApp({
      collections: [...allCollections],
      routes: (deps) => [...correctionRoutes(deps), ...proposalRoutes(deps), ...directoryRoutes(deps)],
    });
    const { db } = at.deps;
    const store = createDirectoryStore(db);
    await store.upsertMany('organizations', [
      organization({ organizationId: 'library' }),
      organization({ organizationId: 'shelter' }),
    ]);
    await store.upsertMany('services', [
      service({ id: 'reading', organizationId: 'library' }),
      service({ id: 'beds', organizationId: 'shelter' }),
    ]);
    const address = { address1: '9 Quiet Lane', city: 'Alder Creek' };
    await store.upsertMany('locations', [
      location({ id: 'mill-road' }),
      { ...location({ id: 'quiet' }), confidentiality: 'hidden', addresses: [address] } as { id: string },
    ]);
    await put(db, 'services_at_locations', place({ id: 'p', serviceId: 'reading', locationId: 'mill-road' }));
    await put(db, 'services_at_locations', place({ id: 'q', serviceId: 'beds', locationId: 'quiet' }));
    [coordinator, partner, administrator] = await Promise.all([
      at.signIn({ role: 'coordinator', schoolIds: ['school-0'] }),
      at.signIn({ role: 'partner', organizationIds: ['library'] }),
      at.signIn('administrator'),
    ]);
  });
  after(() => at.close());

  const keeper = () => at.createAccount({ role: 'partner', organizationIds: ['library'] });
  const address = (kind: string, id: string, field = '') =>
    `${API}/corrections/${kind}/${id}${field && `/${field}`}`;
  const fieldOf = async (who: Agent, kind: string, id: string, field: string): Promise<FieldView> => {
    const { body } = await who.get(address(kind, id)).expect(200);
    return body.items.find((item: FieldView) => item.field === field);
  };
  const say = async (who: Agent, [kind, id, field]: [string, string, string], value: unknown, more = {}) => {
    const { version: seen } = await fieldOf(who, kind, id, field);
    return who.put(address(kind, id, field)).send({ value, seen, ...more });
  };
  const shown = async () => (await at.visitor().get(`${API}/services/reading`).expect(200)).body;

  it('is seen by everybody, says who did it, and is undone', async () => {
    const before = await fieldOf(coordinator, 'service', 'reading', 'name');
    expect(before).to.include({ value: 'reading' });
    expect(before.since).to.be.a('string');
    expect((await say(coordinator, ['service', 'reading', 'name'], 'Reading Friends')).status).to.equal(200);
    const { service: told, places } = await shown();
    expect([told.name, places[0].offer.serviceName]).to.deep.equal(['Reading Friends', 'Reading Friends']);
    expect(told).not.to.have.any.keys('saidAt', 'corrected', 'contentHash', 'changedAt');
    const after = await fieldOf(partner, 'service', 'reading', 'name');
    expect(after.corrected).to.include({ sourceValue: 'reading' });
    expect(after.corrected?.by).to.deep.equal({ name: 'Person 1' });
    expect(after.since).to.equal(before.since);
    await partner
      .delete(address('service', 'reading', 'name'))
      .send({ seen: after.version })
      .expect(200);
    expect((await shown()).service.name).to.equal('reading');
    expect(await fieldOf(partner, 'service', 'reading', 'name')).to.deep.equal(before);
  });

  it('does not make the words of a source younger, nor invents since when they stand', async () => {
    const field: [string, string, string] = ['service-at-location', 'p', 'description'];
    expect(await fieldOf(coordinator, 'service-at-location', 'p', 'phones')).not.to.have.property('since');
    expect((await say(coordinator, field, 'Second floor')).status).to.equal(200);
    expect(await fieldOf(coordinator, 'service-at-location', 'p', 'phones')).not.to.have.property('since');
  });

  it('reaches the offers of a place and of an organization', async () => {
    const addresses = [{ address1: '12 Mill Road', city: 'Alder Creek' }];
    const point = { point: { type: 'Point', coordinates: [-92.3, 38.9] }, pointQuality: 'exact' };
    for (const [kind, id, field, value] of [
      ['location', 'mill-road', 'addresses', addresses],
      ['location', 'mill-road', 'point', point],
      ['organization', 'library', 'name', 'Public Library'],
    ] as const)
      expect((await say(coordinator, [kind, id, field], value)).status, field).to.equal(200);
    const [{ offer }] = (await shown()).places;
    expect(offer).to.deep.include({
      address: '12 Mill Road, Alder Creek',
      organizationName: 'Public Library',
    });
    expect(offer.point.coordinates).to.deep.equal([-92.3, 38.9]);
  });

  it('is refused to whoever has not seen the newest, with the reason in words', async () => {
    const { version: seen } = await fieldOf(coordinator, 'service', 'reading', 'email');
    const tell = (who: Agent, value: string) =>
      who.put(address('service', 'reading', 'email')).send({ value, seen });
    await tell(coordinator, 'a@example.org').expect(200);
    const { body } = await tell(partner, 'b@example.org').expect(409);
    expect(body.code).to.equal('changed-meanwhile');
    expect((await shown()).service.email).to.equal('a@example.org');
  });

  it('takes no value that the field cannot have', async () => {
    for (const [field, value] of [
      ['name', ''],
      ['terms', ['flying']],
      ['phones', [{ number: '12' }]],
    ] as const) {
      const { status, body } = await say(coordinator, ['service', 'reading', field], value);
      expect([status, body.errors[0].path.split('.')[0]], field).to.deep.equal([400, 'value']);
    }
    await coordinator
      .put(address('service', 'reading', 'organizationId'))
      .send({ value: 'x', seen: '' })
      .expect(404);
  });

  it('shows where a hidden place is to nobody who does not know it', async () => {
    for (const [kind, id] of [
      ['location', 'quiet'],
      ['service', 'beds'],
      ['organization', 'shelter'],
      ['service-at-location', 'q'],
    ] as const)
      for (const who of [coordinator, partner]) await who.get(address(kind, id)).expect(404);
    const own = await at.signIn({ role: 'partner', organizationIds: ['shelter'] });
    const { value } = await fieldOf(own, 'location', 'quiet', 'addresses');
    expect(value).to.deep.include.members([{ address1: '9 Quiet Lane', city: 'Alder Creek' }]);
  });

  it('hides a place at once, and shows it again only by an administrator who says why', async () => {
    const field: [string, string, string] = ['location', 'mill-road', 'confidentiality'];
    expect((await say(administrator, field, 'hidden')).status).to.equal(200);
    await at.visitor().get(`${API}/locations/mill-road`).expect(404);
    // Nobody owns the place but who gives something there.
    const refused = await say(partner, field, 'public', { reason: 'I like it' });
    expect([refused.status, refused.body.code]).to.deep.equal([403, 'reveals-place']);
    expect((await say(administrator, field, 'public')).status).to.equal(400);
    expect((await say(administrator, field, 'public', { reason: 'It was a mistake' })).status).to.equal(200);
    await at.visitor().get(`${API}/locations/mill-road`).expect(200);
  });

  it('waits where the source says something else, and is answered one by one or all at once', async () => {
    const store = createDirectoryStore(at.deps.db);
    const bring = (more: object) =>
      store.upsertMany('services', [{ ...service({ id: 'reading', organizationId: 'library' }), ...more }]);
    await say(coordinator, ['service', 'reading', 'name'], 'Reading Friends');
    await say(coordinator, ['service', 'reading', 'waitTime'], 'none');
    await bring({ name: 'Readers', waitTime: 'a week', email: 'c@example.org' });
    const list = async (who: Agent) => (await who.get(`${API}/corrections/proposals`).expect(200)).body;
    const [waits] = await waitingProposals(at.deps, await keeper());
    expect(waits).to.include({ kind: 'proposals', count: 3, address: '/verify?show=proposals' });
    const { items, sources, total } = await list(partner);
    expect([total, sources]).to.deep.equal([3, [{ source: 'test', count: 3 }]]);
    const name = items.find(({ field }: FieldView) => field === 'name');
    expect(name).to.deep.include({ name: 'Reading Friends', value: 'Reading Friends', kind: 'service' });
    expect(name.proposal).to.include({ value: 'Readers', source: 'test' });
    await partner
      .put(address('service', 'reading', 'name/proposal'))
      .send({ answer: 'keep', seen: name.version })
      .expect(200);
    const answers = { source: 'test', answer: 'take' };
    const early = await partner
      .post(`${API}/corrections/proposals/answers`)
      .send({ ...answers, until: '2020-01-01T00:00:00.000Z' })
      .expect(200);
    expect([early.body.answered, early.body.total]).to.deep.equal([0, 2]);
    const { body } = await partner
      .post(`${API}/corrections/proposals/answers`)
      .send({ ...answers, until: items.at(-1).proposal.at })
      .expect(200);
    expect([body.answered, body.total]).to.deep.equal([2, 0]);
    expect(await waitingProposals(at.deps, await keeper())).to.deep.equal([]);
    expect((await shown()).service).to.include({
      name: 'Reading Friends',
      waitTime: 'a week',
      email: 'c@example.org',
    });
  });

  it('is written down before it is done, with the field that changed', async () => {
    const entries = await readEntries(at.deps.db);
    const [entry] = entries.filter(({ action }) => action === 'corrections.change');
    expect(entry).to.deep.include({ fields: ['name'], on: { kind: 'service', id: 'reading' } });
  });
});
