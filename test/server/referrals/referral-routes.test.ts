import { expect } from 'chai';
import { waitingReferrals } from '../../../server/referrals/waiting.ts';
import type { SignInAs } from '../../support/app.ts';
import { TODAY } from '../consents/shared-town.ts';
import { type ReferralTown, referralTown } from './referral-town.ts';

const OF_STUDENT = '/api/v1/students/student/referrals';
const GLASSES = { offerId: 'offer', term: 'vision-glasses' };

describe('Referring a student', () => {
  let town: ReferralTown;
  before(async () => {
    town = await referralTown();
  });
  after(() => town.close());
  beforeEach(async () => {
    town.goTo(TODAY);
    await town.begin();
    await town.setOffer({ placesFree: 5, eligibility: { unknown: [] } });
    await town.moveTo('school');
  });

  const refer = (request: object = GLASSES) => town.coordinator.post(OF_STUDENT).send(request);
  const made = async (request: object = GLASSES) => (await refer(request).expect(201)).body;
  const turn = (id: string, body: object, agent = town.coordinator) =>
    agent.post(`/api/v1/referrals/${id}/turn`).send(body);

  it('waits for a consent as a draft that names what is missing, and is sent once it is there', async () => {
    const draft = await made();
    expect(draft).to.deep.include({ state: 'draft', missing: ['needs'], wish: 'need', urgency: 2 });
    expect(draft).to.deep.include({ serviceName: 'service-of-org', organizationName: 'org' });
    expect((await turn(draft.id, { from: 'draft', to: 'requested' })).body.code).to.equal('no-consent');
    await town.consent();
    const { body } = await turn(draft.id, { from: 'draft', to: 'requested' }).expect(200);
    expect(body).to.include({ state: 'requested' });
    expect(body.steps.at(-1)).to.include({ from: 'draft', to: 'requested', by: 'school' });
  });

  it('is sent at once where a consent covers it, and not twice while it is open', async () => {
    await town.consent();
    const { id, state, source } = await made();
    expect([state, source.kind]).to.deep.equal(['requested', 'match']);
    const again = await refer();
    expect(again.status).to.equal(409);
    expect(again.body).to.deep.include({
      code: 'already-referred',
      errors: [{ path: 'offerId', message: id }],
    });
    await turn(id, { from: 'requested', to: 'cancelled', reason: 'taken-back' }).expect(200);
    await made();
  });

  it('is tied to the step of the plan that it is for', async () => {
    const plan = '/api/v1/students/student/opportunity-plan';
    await town.coordinator.post(`${plan}/steps`).send({ offerId: 'offer' }).expect(200);
    const { id } = await made();
    const { body } = await town.family.get(plan).expect(200);
    const tied = Object.keys(body.fields).find((field) => field.endsWith('/referral'));
    expect(body.fields[tied ?? '']).to.deep.include({ value: id });
    expect(body.referrals[id]).to.deep.include({ state: 'draft', succeeded: false });
  });

  it('is made once when two coordinators ask at the same moment', async () => {
    const replies = await Promise.all([refer(), refer(), refer()]);
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([201, 409, 409]);
  });

  it('is refused where matching says no, and asks for words where nobody knows', async () => {
    await town.setOffer({ eligibility: { unknown: [], minimumGrade: 9 } });
    const refused = await refer();
    expect(refused.status).to.equal(409);
    expect(refused.body).to.deep.include({
      code: 'not-taken',
      errors: [{ path: 'offerId', message: 'grade' }],
    });
    await town.setOffer({ eligibility: { unknown: ['age'] } });
    const unsaid = await refer();
    expect(unsaid.status).to.equal(422);
    expect(unsaid.body.code).to.equal('say-what-to-ask');
    const asked = await made({ ...GLASSES, message: 'Please look at the age.' });
    expect(asked.message).to.equal('Please look at the age.');
    const stored = await town.deps.db.collection('referrals').findOne({ _id: asked.id });
    expect(JSON.stringify(stored)).to.not.contain('look at the age');
    expect((await refer({ offerId: 'offer', term: 'food-pantry' })).status).to.equal(400);
    expect((await refer({ offerId: 'nowhere', term: 'vision-glasses' })).status).to.equal(400);
  });

  it('is read by the family with what came of it, and changed by the family not at all', async () => {
    await town.consent();
    const { id } = await made();
    const { body } = await town.family.get(OF_STUDENT).expect(200);
    expect(body.items.map((item: { id: string }) => item.id)).to.deep.equal([id]);
    await turn(id, { from: 'requested', to: 'accepted' }, town.family).expect(403);
  });

  it('lists what is late first, filters by state, and counts', async () => {
    await town.consent();
    const waiting = await made();
    await town.store({ id: 'late', serviceId: 'late', dueAt: '2026-11-01T00:00:00.000Z' });
    await town.store({ id: 'done', serviceId: 'done', state: 'completed', outcome: 'helped' });
    const list = async (query = '') =>
      (await town.coordinator.get(`/api/v1/referrals${query}`).expect(200)).body;
    const open = await list();
    expect(open.items.map((item: { id: string }) => item.id)).to.deep.equal(['late', waiting.id]);
    expect(open.items[0]).to.deep.include({ late: true, localId: 'D-77431' });
    expect(open.items[0].name.family).to.equal('Quillfeather');
    expect(open.counts).to.include({ open: 2, late: 1, ended: 1, all: 3, completed: 1 });
    expect((await list('?state=ended')).items).to.have.length(1);
    expect((await list('?state=all&perPage=1&page=3')).items).to.have.length(1);
    expect((await list('?school=nowhere')).items).to.have.length(0);
  });

  it('waits for the school when it was not sent or the answer is late, and for the partner until it is answered', async () => {
    await made();
    await town.store({ id: 'late', serviceId: 'late', dueAt: '2026-11-01T00:00:00.000Z' });
    const kindsFor = async (as: SignInAs) => {
      const account = await town.createAccount(as);
      const found = await waitingReferrals(town.deps, account);
      return found.map(({ kind, count, address }) => `${count} ${kind} ${address}`);
    };
    expect(
      await kindsFor({ role: 'coordinator', districtId: 'district', schoolIds: ['school'] }),
    ).to.deep.equal([
      '1 referrals-late /referrals?state=late',
      '1 referrals-no-address /referrals?state=no-address',
      '1 referrals-draft /referrals?state=draft',
    ]);
    expect(await kindsFor({ role: 'partner', organizationIds: ['org'] })).to.deep.equal([
      '1 referrals-to-answer /shared',
    ]);
    expect(
      await kindsFor({ role: 'coordinator', districtId: 'district', schoolIds: ['next'] }),
    ).to.deep.equal([]);
    expect(await kindsFor({ role: 'partner', organizationIds: ['other-org'] })).to.deep.equal([]);
  });

  it('goes with the student to another school at the same moment', async () => {
    const { id } = await made();
    const next = await town.signIn({ role: 'coordinator', districtId: 'district', schoolIds: ['next'] });
    const seen = async (agent = next) => (await agent.get('/api/v1/referrals')).body.items.length;
    expect([await seen(), await seen(town.coordinator)]).to.deep.equal([0, 1]);
    await town.moveTo('next');
    expect([await seen(), await seen(town.coordinator)]).to.deep.equal([1, 0]);
    const cancel = { from: 'draft', to: 'cancelled', reason: 'not-needed' };
    await turn(id, cancel).expect(404);
    await town.coordinator.get(OF_STUDENT).expect(404);
    await turn(id, cancel, next).expect(200);
  });

  it('reaches the partner with an account: outlined without the student, read under the consent, answered', async () => {
    const { id: consentId } = await town.consent(['needs', 'name']);
    const { id } = await made({ ...GLASSES, message: 'Please call first.' });
    const { body: list } = await town.partner.get('/api/v1/partner-referrals').expect(200);
    expect(list.items[0]).to.deep.include({ id, state: 'requested', serviceName: 'service-of-org' });
    expect(JSON.stringify(list.items)).to.not.match(/glasses|Quillfeather|student/);
    const read = async () => (await town.partner.get(`/api/v1/partner-referrals/${id}`).expect(200)).body;
    expect((await read()).shared).to.deep.include({ content: {}, message: 'Please call first.' });
    const answer = (body: object) => town.partner.post(`/api/v1/partner-referrals/${id}/turn`).send(body);
    await answer({ from: 'requested', to: 'accepted' }).expect(200);
    expect((await read()).shared.content.name.name).to.equal('Zephyrine Quillfeather');
    const late = await answer({ from: 'requested', to: 'rejected', reason: 'no-room' });
    expect(late.body).to.deep.include({ code: 'changed', errors: [{ path: 'state', message: 'accepted' }] });
    await town.otherPartner.get(`/api/v1/partner-referrals/${id}`).expect(404);
    const { body: log } = await town.coordinator.get('/api/v1/students/student/disclosures').expect(200);
    expect(
      log.disclosures.map(({ disclosure }: { disclosure: { records: string[] } }) => disclosure.records),
    ).to.deep.include(['name', 'needs']);
    await town.family.post(`/api/v1/students/student/consents/${consentId}/withdraw`).send({}).expect(200);
    expect(await read()).to.not.have.property('shared');
  });
});
