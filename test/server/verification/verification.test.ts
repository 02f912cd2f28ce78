import { expect } from 'chai';
import { RoleGrant } from '../../../core/accounts/role.ts';
import { Account } from '../../../server/accounts/account.ts';
import { directoryRoutes } from '../../../server/directory/directory-routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { suggestionRoutes } from '../../../server/suggestions/suggestion-routes.ts';
import { verificationRoutes } from '../../../server/verification/verification-routes.ts';
import { waitingVerification } from '../../../server/verification/waiting.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { organization, service } from '../access/records.ts';
import { put } from '../access/world.ts';

const API = '/api/v1';

describe('Whether the directory is right', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let partner: Agent;
  let coordinator: Agent;

  before(async () => {
    at = await testApp({
      collections: [...allCollections],
      routes: (deps) => [...verificationRoutes(deps), ...suggestionRoutes(deps), ...directoryRoutes(deps)],
    });
    const { db } = at.deps;
    for (const organizationId of ['library', 'clinic'])
      await put(db, 'organizations', organization({ organizationId }));
    const used = [{ unit: 'places', available: 2, maximum: 12 }];
    for (const [id, organizationId, more] of [
      ['never', 'clinic', {}],
      ['reading', 'library', { assuredDate: '2020-01-01' }],
      ['used', 'library', { assuredDate: '2020-01-01', capacities: used }],
      ['gone', 'library', { status: 'inactive' }],
    ] as const)
      await put(db, 'services', { ...service({ id, organizationId }), ...more });
    partner = await at.signIn({ role: 'partner', organizationIds: ['library'] });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
  });
  after(() => at.close());

  const queue = async (agent: Agent) => (await agent.get(`${API}/verifications`).expect(200)).body;
  const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
  const say = (agent: Agent, id: string, word: object) =>
    agent.post(`${API}/services/${id}/verifications`).send(word);
  const verifiedOf = async (id: string) =>
    (await at.visitor().get(`${API}/services/${id}`).expect(200)).body.verified;

  it('is asked of what is used most and was verified longest ago, of the own services', async () => {
    expect(idsOf(await queue(coordinator))).to.deep.equal(['used', 'reading', 'never']);
    const own = await queue(partner);
    expect(idsOf(own)).to.deep.equal(['used', 'reading']);
    expect(own).to.include({ total: 2, due: 2 });
    expect(own.items[0].capacity).to.include({ available: 2 });
    expect(own.items[0]).not.to.have.property('inUse');
  });

  it('is said with one word, and everybody sees when and by whom', async () => {
    expect(await verifiedOf('reading')).to.deep.equal({ on: '2020-01-01', by: 'source' });
    expect(await verifiedOf('never')).to.equal(null);
    const { body } = await say(partner, 'reading', { what: 'right' }).expect(200);
    expect(body.due).to.equal(1);
    const today = at.deps.clock().toISOString().slice(0, 10);
    expect(await verifiedOf('reading')).to.deep.equal({ on: today, by: 'partner' });
    await say(coordinator, 'reading', { what: 'right' }).expect(200);
    expect((await verifiedOf('reading')).by).to.equal('school');
    await say(partner, 'never', { what: 'right' }).expect(404);
    await say(partner, 'nobody', { what: 'right' }).expect(404);
  });

  it('is not said by who tells what has changed: that waits for an answer', async () => {
    await say(coordinator, 'never', { what: 'changed', note: 'x' }).expect(400);
    await say(coordinator, 'never', { what: 'changed', note: 'They moved to Oak Street' }).expect(200);
    expect(await verifiedOf('never')).to.equal(null);
    const { body } = await coordinator.get(`${API}/suggestions`).expect(200);
    expect(body.items[0]).to.include({ serviceId: 'never', serviceName: 'never', from: 'verifier' });
    const own = await partner.get(`${API}/suggestions`).expect(200);
    expect(own.body.items).to.deep.equal([]);
  });

  it('can be doubted by everybody, who finds the answer with the token and nothing else', async () => {
    const give = (text: string) => at.visitor().post(`${API}/services/used/suggestions`).send({ text });
    await give('no').expect(400);
    const { body } = await give('  Closed on Fridays now  ').expect(201);
    expect(Object.keys(body)).to.deep.equal(['token']);
    const look = (token: string) => at.visitor().post(`${API}/suggestions/look`).send({ token });
    expect((await look(body.token).expect(200)).body).to.include({
      text: 'Closed on Fridays now',
      state: 'open',
    });
    await look(`${body.token.slice(1)}x`).expect(404);

    const open = await partner.get(`${API}/suggestions`).expect(200);
    const [suggestion] = open.body.items;
    expect(JSON.stringify(open.body)).not.to.include(body.token).and.not.to.match(/hash/);
    const answer = `${API}/suggestions/${suggestion.id}/answer`;
    await partner.post(answer).send({ state: 'taken-up', answer: '' }).expect(400);
    await partner.post(answer).send({ state: 'taken-up', answer: 'Thank you, it is right now.' }).expect(204);
    const seen = (await look(body.token).expect(200)).body;
    expect(seen).to.include({ state: 'taken-up', answer: 'Thank you, it is right now.' });
    expect(seen).not.to.have.property('answeredBy');
    expect((await partner.get(`${API}/suggestions`).expect(200)).body.items).to.deep.equal([]);
  });

  it('waits for partners and for who looks after the directory', async () => {
    await at.visitor().post(`${API}/services/used/suggestions`).send({ text: 'No lift' }).expect(201);
    const waitsFor = async (role: RoleGrant['role'], organizationIds: string[] = []) => {
      const grants = [RoleGrant.parse({ role, organizationIds })];
      const account = Account.parse({
        id: 'somebody',
        email: 'a@example.org',
        name: 'A',
        language: 'en',
        grants,
      });
      const items = await waitingVerification(at.deps, account);
      return Object.fromEntries(items.map(({ kind, count, address }) => [kind, `${count} ${address}`]));
    };
    expect(await waitsFor('partner', ['library'])).to.deep.equal({
      verify: '1 /partner',
      suggestions: '1 /partner',
    });
    expect(await waitsFor('partner', ['nobody'])).to.deep.equal({});
    expect(await waitsFor('administrator')).to.deep.equal({
      verify: '2 /verify',
      suggestions: '2 /verify?show=suggestions',
    });
    expect(await waitsFor('coordinator')).to.deep.equal({ suggestions: '2 /verify?show=suggestions' });
    expect(await waitsFor('family')).to.deep.equal({});
  });

  it('can be doubted 20 times an hour from one address', async () => {
    const give = () =>
      at.visitor().post(`${API}/services/used/suggestions`).send({ text: 'Closed on Fridays' });
    const replies = await Promise.all(Array.from({ length: 20 }, () => give()));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).to.have.length(18);
    expect(replies.find(({ status }) => status === 429)?.body.code).to.equal('too-many-suggestions');
  });
});
