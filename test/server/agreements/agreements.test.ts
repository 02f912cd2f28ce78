import { expect } from 'chai';
import { RoleGrant } from '../../../core/accounts/role.ts';
import { Account } from '../../../server/accounts/account.ts';
import { approvedAt } from '../../../server/agreements/approved.ts';
import { waitingAgreements } from '../../../server/agreements/waiting.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { district, organization } from '../access/records.ts';
import { put } from '../access/world.ts';

const API = '/api/v1';
const MIKA = 'student-00000';
const INSURANCE = 'liability-insurance';
const facts = {
  title: 'Reading help',
  schoolIds: ['school-0'],
  startsOn: '2020-08-01',
  endsOn: '2999-07-31',
  promises: [{ id: 'hours', kind: 'people', what: 'Volunteers', quantity: 20, unit: 'hours' }],
  demands: [INSURANCE],
  contacts: [],
  note: '',
};

describe('Agreements with partners', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let leader: Agent;
  let coordinator: Agent;
  let partner: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const { db } = at.deps;
    await storeTown(db, littleTown({ studentCount: 2 }));
    await saveDistrict(db, district('district'));
    for (let n = 0; n < 7; n++)
      await put(db, 'organizations', organization({ organizationId: `organization-${n}` }));
    runTasks(at.deps);
    leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    partner = await at.signIn({ role: 'partner', organizationIds: ['organization-0'] });
  });
  after(() => at.close());

  const make = async (changes: object = {}, organizationId = 'organization-0') =>
    (
      await coordinator
        .post(`${API}/agreements`)
        .send({ organizationId, districtId: 'district', facts: { ...facts, ...changes } })
        .expect(201)
    ).body;
  const stage = (id: string, version: number, to: string, more: object = {}) =>
    coordinator.post(`${API}/agreements/${id}/stage`).send({ version, to, ...more });
  const signed = async (changes: object = {}, organizationId?: string) => {
    const { agreement } = await make(changes, organizationId);
    return (await stage(agreement.id, 1, 'signed').expect(200)).body;
  };
  const handIn = (agent: Agent, id: string, paper: object) =>
    agent.post(`${API}/agreements/${id}/documents`).send(paper);
  const demand = (mode: string) =>
    leader.put(`${API}/approval-settings`).send({ districtId: 'district', mode }).expect(200);

  async function run() {
    const { body } = await coordinator
      .post(`${API}/match-runs`)
      .send({ scope: 'students', studentIds: [MIKA] })
      .expect(202);
    return (await jobEnd(at.deps, body.id)).result;
  }
  async function firstWish() {
    const { body } = await coordinator.get(`${API}/students/${MIKA}/matches`).expect(200);
    const [wish] = body.wishes;
    const partners = wish.matches.map(
      (match: { offerId: string }) => body.offers[match.offerId].organizationId,
    );
    return { ...wish, partners };
  }

  it('are none at first', async () => {
    const { body } = await coordinator.get(`${API}/agreements`).expect(200);
    expect(body.items).to.deep.equal([]);
    expect(body.kinds.map(({ code }: { code: string }) => code)).to.include(INSURANCE);
  });

  it('keep who did what; of two changes at once one is told', async () => {
    const { agreement } = await make();
    const { id } = agreement;
    const change = (title: string) =>
      coordinator.put(`${API}/agreements/${id}`).send({ version: 1, facts: { ...facts, title } });
    const replies = await Promise.all([change('One'), change('Two')]);
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).to.equal('agreement-changed');
    const { body } = await stage(id, 2, 'proposed').expect(200);
    expect(
      body.history.map(({ what, fields }: { what: string; fields?: string[] }) => [what, fields]),
    ).to.deep.equal([
      ['proposed', undefined],
      ['changed', ['title']],
      ['made', undefined],
    ]);
    expect(body.history[0].by).to.match(/^Person/);
    await stage(id, 3, 'ended').expect(409);
  });

  it('add up what was delivered by several at once, and keep what it was delivered of', async () => {
    const { agreement } = await signed();
    const path = `${API}/agreements/${agreement.id}`;
    const deliver = (quantity: number) =>
      coordinator.post(`${path}/deliveries`).send({ promiseId: 'hours', quantity, on: '2026-11-02' });
    await Promise.all([deliver(5).expect(201), deliver(4).expect(201), deliver(-1).expect(201)]);
    const { body } = await coordinator.get(path).expect(200);
    expect(body.promises[0]).to.include({ promised: 20, delivered: 8 });
    expect(body.deliveries).to.have.length(3);
    const without = { version: body.agreement.version, facts: { ...facts, promises: [] } };
    const refused = await coordinator.put(path).send(without).expect(409);
    expect(refused.body.code).to.equal('promise-delivered');
  });

  it('name what is not right by its place', async () => {
    for (const [changes, path] of [
      [{ endsOn: '2019-01-01' }, 'facts.endsOn'],
      [{ demands: ['luck'] }, 'demands'],
      [{ promises: [...facts.promises, ...facts.promises] }, 'promises'],
    ] as const) {
      const sent = {
        organizationId: 'organization-0',
        districtId: 'district',
        facts: { ...facts, ...changes },
      };
      const { body } = await coordinator.post(`${API}/agreements`).send(sent).expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
    }
    const { agreement } = await make();
    const { body } = await handIn(coordinator, agreement.id, { kind: INSURANCE }).expect(400);
    expect(body.errors[0].path).to.equal('validUntil');
  });

  it('are hidden from the partner while they are drafts; its papers wait to be checked', async () => {
    const { agreement } = await make({}, 'organization-0');
    await partner.get(`${API}/agreements/${agreement.id}`).expect(404);
    await handIn(partner, agreement.id, { kind: 'tax-status' }).expect(404);
    await stage(agreement.id, 1, 'proposed').expect(200);
    const { body } = await handIn(partner, agreement.id, { kind: 'tax-status' }).expect(201);
    expect(body).to.include({ mayChange: false, mayHandIn: true });
    const [paper] = body.documents;
    expect(paper.state).to.equal('to-check');
    const check = `${API}/agreements/${agreement.id}/documents/${paper.id}/check`;
    await partner.post(check).send({ state: 'accepted' }).expect(403);
    await coordinator.post(check).send({ state: 'refused' }).expect(400);
    await coordinator.post(check).send({ state: 'refused', reason: 'not readable' }).expect(200);
    const seen = await partner.get(`${API}/agreements/${agreement.id}`).expect(200);
    expect(seen.body.documents[0]).to.include({ state: 'refused', reason: 'not readable' });
  });

  it('decide whom a student is matched with where the district demands approval', async () => {
    await run();
    const free = await firstWish();
    const [chosen] = free.partners;
    expect(new Set(free.partners).size).to.be.greaterThan(1);
    await demand('demanded');
    expect((await run())?.computed).to.equal(1);
    const closed = await firstWish();
    expect(closed.matches).to.deep.equal([]);
    expect(closed.removed['not-approved']).to.equal(free.matches.length);

    const { agreement } = await signed({}, chosen);
    const [offerId] = free.matches.map((match: { offerId: string }) => match.offerId);
    const ask = { term: closed.term, offerId };
    const why = await coordinator.post(`${API}/students/${MIKA}/why`).send(ask).expect(200);
    expect(why.body.pair).to.include({ outcome: 'limit', limit: 'not-approved' });
    expect((await run())?.computed, 'the paper is missing: nothing has changed').to.equal(0);
    await handIn(coordinator, agreement.id, { kind: INSURANCE, validUntil: '2999-01-01' }).expect(201);
    expect([...(await approvedAt(at.deps, 'school-0'))]).to.include(chosen);
    const now = await coordinator.post(`${API}/students/${MIKA}/why`).send(ask).expect(200);
    expect(now.body.pair.outcome).to.equal('match');

    expect((await run())?.computed).to.equal(1);
    const open = await firstWish();
    expect(new Set(open.partners)).to.deep.equal(new Set([chosen]));
    expect(open.matches[0].reasons.map(({ code }: { code: string }) => code)).to.include('approved');
    const { version } = (await coordinator.get(`${API}/agreements/${agreement.id}`)).body.agreement;
    await stage(agreement.id, version, 'ended', { on: '2020-08-02', reason: 'moved away' }).expect(200);
    expect((await run())?.computed).to.equal(1);
    expect((await firstWish()).matches).to.deep.equal([]);
    await demand('off');
    await run();
    expect((await firstWish()).partners).to.deep.equal(free.partners);
  });

  it('of another school approve nobody here; one for the district approves everywhere', async () => {
    const elsewhere = { organizationId: 'organization-3', districtId: 'district' };
    const body = { ...elsewhere, facts: { ...facts, schoolIds: ['school-1'], demands: [] } };
    const { body: made } = await leader.post(`${API}/agreements`).send(body).expect(201);
    await coordinator.get(`${API}/agreements/${made.agreement.id}`).expect(404);
    const sign = { version: 1, to: 'signed' };
    await leader.post(`${API}/agreements/${made.agreement.id}/stage`).send(sign).expect(200);
    expect([...(await approvedAt(at.deps, 'school-1'))]).to.include('organization-3');
    expect([...(await approvedAt(at.deps, 'school-0'))]).not.to.include('organization-3');
    expect([...(await approvedAt(at.deps, 'district'))]).not.to.include('organization-3');
    const whole = { version: 2, facts: { ...body.facts, schoolIds: [] } };
    await leader.put(`${API}/agreements/${made.agreement.id}`).send(whole).expect(200);
    expect([...(await approvedAt(at.deps, 'district'))]).to.include('organization-3');
    const seen = await coordinator.get(`${API}/agreements/${made.agreement.id}`).expect(200);
    expect(seen.body.mayChange).to.equal(false);
    await coordinator
      .post(`${API}/agreements/${made.agreement.id}/stage`)
      .send({ version: 3, to: 'ended' })
      .expect(404);
  });

  it('narrow a search to who is approved, for who works with the students of that school', async () => {
    const path = `${API}/offers?perPage=100&school=school-1`;
    const partnersOf = ({ items }: { items: { organizationId: string }[] }) =>
      new Set(items.map(({ organizationId }) => organizationId));
    const all = (await leader.get(path).expect(200)).body;
    const { body } = await leader.get(`${path}&approved=1`).expect(200);
    expect(partnersOf(body)).to.deep.equal(new Set(['organization-3']));
    expect(partnersOf(all).size).to.be.greaterThan(1);
    const onMap = (await leader.get(`${API}/offers/map?school=school-1&approved=1`).expect(200)).body;
    expect(onMap.total).to.equal(body.total).and.to.be.greaterThan(0);
    const others = [
      at.visitor(),
      partner,
      coordinator,
      await at.signIn({ role: 'family', schoolIds: ['school-1'] }),
    ];
    for (const other of others) await other.get(`${path}&approved=1`).expect(404);
    await leader.get(`${API}/offers?approved=1`).expect(400);
    await leader.get(`${path}&approved=1&terms=dental-care`).expect(200);
    expect(await at.deps.db.collection('unmet_notes').countDocuments(), 'a want of help').to.equal(0);
  });

  it('wait for whom they concern: an end that comes, papers that lack or are to be checked, late promises', async () => {
    const soon = new Date(at.deps.clock().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
    const late = [{ ...facts.promises[0]!, by: '2020-12-24' }];
    const { agreement } = await signed({ endsOn: soon, promises: late }, 'organization-5');
    const theirs = await at.signIn({ role: 'partner', organizationIds: ['organization-5'] });
    await handIn(theirs, agreement.id, { kind: INSURANCE, validUntil: '2999-01-01' }).expect(201);
    const waitsFor = async (grants: RoleGrant[]) => {
      const account = Account.parse({
        id: 'somebody',
        email: 'a@example.org',
        name: 'A',
        language: 'en',
        grants,
      });
      const items = await waitingAgreements(at.deps, account);
      return Object.fromEntries(items.map(({ kind, count, oldest }) => [kind, oldest ?? count]));
    };
    const grant = (role: RoleGrant['role'], more: object) => [RoleGrant.parse({ role, ...more })];
    const partnerWaits = await waitsFor(grant('partner', { organizationIds: ['organization-5'] }));
    expect(partnerWaits).to.deep.equal({ 'agreements-ending': soon, 'promises-late': 1 });
    const schoolWaits = await waitsFor(grant('coordinator', { schoolIds: ['school-0'] }));
    expect(schoolWaits).to.include({ 'agreements-ending': soon, 'papers-to-check': 1 });
    expect(await waitsFor(grant('coordinator', { schoolIds: ['school-9'] }))).to.deep.equal({});
    expect(await waitsFor(grant('family', { studentIds: [MIKA] }))).to.deep.equal({});
  });

  it('are renewed as a draft that names what it goes on from', async () => {
    const { agreement } = await signed();
    const { body } = await coordinator.post(`${API}/agreements/${agreement.id}/renewals`).expect(201);
    expect(body.agreement).to.include({ stage: 'draft', renewalOf: agreement.id, startsOn: '2999-08-01' });
    const old = await coordinator.get(`${API}/agreements/${agreement.id}`).expect(200);
    expect(old.body.renewedBy).to.equal(body.agreement.id);
  });
});
