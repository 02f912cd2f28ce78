import { expect } from 'chai';
import { readPlaced } from '../../../server/privacy/read-placed.ts';
import { readReferral } from '../../../server/referrals/referral-store.ts';
import { sharedWithPartner } from '../../../server/referrals/shared-with-partner.ts';
import { TODAY } from '../consents/shared-town.ts';
import { PARTNER, type ReferralTown, referralTown, SCHOOL } from './referral-town.ts';

describe('A referral that turns', () => {
  let town: ReferralTown;
  before(async () => {
    town = await referralTown();
    await town.addStudent('other');
  });
  after(() => town.close());
  beforeEach(async () => {
    town.goTo(TODAY);
    await town.begin();
    await town.setOffer({ placesFree: 5 });
  });

  const accept = { to: 'accepted', by: PARTNER } as const;
  const placed = async () => (await town.placements()).map(({ _id }) => String(_id));

  it('keeps every change, in order, with who made it', async () => {
    await town.consent();
    const { id } = await town.store();
    await town.turn(id, { to: 'received', by: PARTNER });
    await town.turn(id, { ...accept, note: 'ask at the desk' });
    const { referral } = await town.turn(id, { to: 'completed', by: SCHOOL, outcome: 'helped' });
    expect(await readReferral(town.deps.db, id)).to.deep.equal(referral);
    expect(referral.history.map(({ from, to, by }) => `${from} ${to} ${by}`)).to.deep.equal([
      'requested received partner-link',
      'received accepted partner-link',
      'accepted completed somebody',
    ]);
    expect(JSON.stringify(referral)).to.not.contain('desk');
    expect(referral).to.include({ state: 'completed', outcome: 'helped', version: 3 });
  });

  it('takes a place with the yes and gives it back when it ends early, not when it is done', async () => {
    await town.consent();
    const first = await town.store();
    await town.turn(first.id, accept);
    expect(await placed()).to.deep.equal(['student:vision-glasses']);
    const [shared] = await readPlaced(town.deps.db);
    expect(shared, 'counts for who shares students').to.include({
      studentId: 'student',
      serviceId: 'service-of-org',
    });
    await town.turn(first.id, { to: 'failed', by: PARTNER, outcome: 'did-not-come' });
    expect(await placed()).to.deep.equal([]);
    const second = await town.store();
    await town.turn(second.id, accept);
    await town.turn(second.id, { to: 'completed', by: PARTNER, outcome: 'helped' });
    expect(await placed()).to.deep.equal(['student:vision-glasses']);
  });

  it('gives the last place to one of two who say yes at the same moment, and tells the other', async () => {
    await town.setOffer({ placesFree: 1 });
    const mine = await town.store();
    const others = await town.store({ studentId: 'other' });
    const answers = await Promise.all(
      [mine, others].map(({ id }) => town.tried(id, { to: 'accepted', by: SCHOOL })),
    );
    expect(answers.sort()).to.deep.equal(['accepted', 'full']);
    expect(await placed()).to.have.length(1);
    const states = await Promise.all([mine, others].map(({ id }) => town.stateOf(id)));
    expect(states.sort()).to.deep.equal(['accepted', 'requested']);
  });

  it('takes one of many answers at the same moment and tells the others what is', async () => {
    const { id } = await town.store();
    const answers = await Promise.all([
      town.tried(id, { to: 'accepted', by: SCHOOL }),
      town.tried(id, { to: 'rejected', by: SCHOOL, reason: 'no-room' }),
      town.tried(id, { to: 'cancelled', by: SCHOOL, reason: 'not-needed' }),
    ]);
    const state = await town.stateOf(id);
    const made = answers.filter((answer) => answer !== 'changed');
    // What is accepted may be called off a moment later.
    expect(made.at(-1) === state || made.includes('accepted'), answers.join()).to.equal(true);
    expect(await placed()).to.have.length(state === 'accepted' ? 1 : 0);
    const late = await town
      .turn(id, { to: 'accepted', by: SCHOOL, from: 'requested' })
      .catch((error) => error);
    expect(late).to.deep.include({
      status: 409,
      code: 'changed',
      errors: [{ path: 'state', message: state }],
    });
  });

  it('is not sent without a consent that covers it, and not answered by the partner once that has ended', async () => {
    const { id } = await town.store({ state: 'draft' });
    const refused = await town.turn(id, { to: 'requested', by: SCHOOL }).catch((error) => error);
    expect(refused).to.include({ status: 409, code: 'no-consent' });
    expect(refused.errors[0].path).to.equal('records.needs');
    await town.consent();
    const { referral } = await town.turn(id, { to: 'requested', by: SCHOOL });
    expect(referral.dueAt?.slice(0, 10)).to.equal('2026-11-20');
    town.goTo('2027-07-01');
    expect(await town.tried(id, accept)).to.equal('no-consent');
  });

  it('asks every end for a reason or an outcome of the list', async () => {
    const { id } = await town.store();
    expect(await town.tried(id, { to: 'rejected', by: SCHOOL })).to.equal('not-said');
    expect(await town.tried(id, { to: 'rejected', by: SCHOOL, reason: 'helped' })).to.equal('not-said');
    expect(await town.stateOf(id)).to.equal('requested');
  });

  it('is called off with the consent that the family takes back, and its place is free again', async () => {
    const { id: consentId } = await town.consent();
    const { id } = await town.store();
    const draft = await town.store({ serviceId: 'another', state: 'draft' });
    await town.turn(id, accept);
    await town.family.post(`/api/v1/students/student/consents/${consentId}/withdraw`).send({}).expect(200);
    expect(await readReferral(town.deps.db, id)).to.include({
      state: 'cancelled',
      reason: 'consent-withdrawn',
    });
    expect(await placed()).to.deep.equal([]);
    expect(await town.stateOf(draft.id)).to.equal('draft');
  });

  it('stays with a student who has the place when the consent merely runs out, and shows the partner nothing', async () => {
    await town.consent();
    const { id } = await town.store();
    const open = await town.store({ serviceId: 'another' });
    await town.turn(id, accept);
    town.goTo('2027-07-01');
    for (const one of [id, open.id])
      expect(await sharedWithPartner(town.deps, (await readReferral(town.deps.db, one))!)).to.equal(
        undefined,
      );
    expect(await town.stateOf(id)).to.equal('accepted');
    expect(await town.stateOf(open.id)).to.equal('cancelled');
  });

  it('shows the partner what decides before the answer, and who it is after a yes', async () => {
    await town.consent(['needs', 'name', 'contacts', 'grade-and-languages']);
    const { id } = await town.store({ urgency: 2 });
    const before = await sharedWithPartner(town.deps, (await readReferral(town.deps.db, id))!);
    expect(before?.wish).to.deep.equal({ term: 'vision-glasses', wish: 'need', urgency: 2 });
    expect(before?.content).to.deep.equal({ 'grade-and-languages': { grade: 4, languages: ['en'] } });
    expect(before?.disclosure).to.deep.include({
      records: ['grade-and-languages', 'needs'],
      purpose: 'give-help',
    });
    const { referral } = await town.turn(id, accept);
    const after = await sharedWithPartner(town.deps, referral);
    expect(after?.content.name?.name).to.equal('Zephyrine Quillfeather');
    expect(after?.content.contacts).to.have.length(1);
    const { referral: done } = await town.turn(id, { to: 'completed', by: PARTNER, outcome: 'helped' });
    expect(await sharedWithPartner(town.deps, done)).to.equal(undefined);
  });

  it('counts in the ledger of unmet needs when it ends without help, and not when it is done', async () => {
    const notes = () => town.deps.db.collection('unmet_notes').find({ source: 'referral' }).toArray();
    const refused = await town.store();
    await town.turn(refused.id, { to: 'rejected', by: SCHOOL, reason: 'family-declined' });
    expect(await notes()).to.deep.equal([]);
    const full = await town.store();
    await town.turn(full.id, { to: 'rejected', by: SCHOOL, reason: 'no-room' });
    const [note] = await notes();
    expect(note).to.include({ term: 'vision-glasses', schoolId: 'school', times: 1 });
    expect(JSON.stringify(note)).to.not.contain('student');
  });

  it('is open once for a wish and a service, and again once it has ended', async () => {
    const { id } = await town.store();
    const second = await town.store().catch((error) => error.message);
    expect(second).to.equal('one is open already');
    await town.turn(id, { to: 'cancelled', by: SCHOOL, reason: 'taken-back' });
    expect(await town.store()).to.include({ state: 'requested' });
  });
});
