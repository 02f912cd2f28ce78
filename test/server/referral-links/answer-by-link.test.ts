import { expect } from 'chai';
import { readConsents } from '../../../server/consents/consent-store.ts';
import { sendMail } from '../../../server/mail/send-mail.ts';
import { referralLinkStore } from '../../../server/referral-links/referral-link-store.ts';
import { sendReferralMail } from '../../../server/referral-links/send-referral-mail.ts';
import { readReferral, writeChange } from '../../../server/referrals/referral-store.ts';
import { notePlace } from '../../../server/referrals/turn-referral.ts';
import { studentSealer } from '../../../server/sealing/student-sealer.ts';
import { type CaughtMail, linkIn, smtpCatcher } from '../../support/smtp-catcher.ts';
import { readEntries } from '../audit/check-chain.ts';
import { type ReferralTown, referralTown } from '../referrals/referral-town.ts';

const DAY_MS = 86_400_000;
const EVERYTHING = ['name', 'contacts', 'grade-and-languages', 'needs', 'free-times'];
/** Words of the student that must not be where they do not belong. */
const WHO = /Zephyrine|Quillfeather|Ironwood|555-0188|D-77431|owl/;

describe('A partner without an account', () => {
  let town: ReferralTown;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  before(async () => {
    catcher = await smtpCatcher();
    town = await referralTown({
      SMTP_URL: catcher.url,
      MAIL_FROM: 'Trellis <trellis@example.org>',
      PUBLIC_URL: 'http://trellis.example.org',
    });
    await town.deps.db
      .collection('organizations')
      .updateOne({ _id: 'org' as never }, { $set: { email: 'desk@org.example.org' } });
  });
  beforeEach(async () => {
    await town.begin();
    for (const name of ['mails', 'referral_links', 'one-time-links'])
      await town.deps.db.collection(name).deleteMany({});
    await town.setOffer({ placesFree: 5, placesUpdated: '2026-11-01T00:00:00.000Z' });
    catcher.mails.length = 0;
    await town.consent(EVERYTHING);
  });
  after(async () => {
    await town.close();
    await catcher.close();
  });

  const ask = (what: string, body: object) =>
    town.visitor().post(`/api/v1/referral-links/${what}`).send(body);
  const tokenFor = async (id: string) => (await referralLinkStore(town.deps).issue(id, 0)).token;
  const asked = async (change: object = {}) => {
    const referral = await town.store(change);
    return { referral, link: await tokenFor(referral.id) };
  };

  /** Has every mail leave that waits. */
  async function letMailsLeave(): Promise<CaughtMail[]> {
    const waiting = await town.deps.db
      .collection<{ _id: string }>('mails')
      .find({ status: 'waiting' })
      .toArray();
    for (const { _id } of waiting) await sendMail(town.deps, _id);
    return catcher.mails;
  }

  it('gets a mail that tells nothing of the student, and whose link leads to the request', async () => {
    const referral = await town.store();
    await sendReferralMail(town.deps, referral);
    await sendReferralMail(town.deps, referral);
    const [mail, ...more] = await letMailsLeave();
    expect(more, 'asked twice it is sent once').to.deep.equal([]);
    expect(mail?.to).to.deep.equal(['desk@org.example.org']);
    expect(mail?.raw).not.to.match(WHO);
    expect(`${mail?.subject} ${mail?.text}`).not.to.match(/glasses|vision|need:/i);
    const link = new URL(linkIn(mail!));
    expect(link.pathname + link.search).to.equal('/answer');
    const { body } = await ask('look', { link: link.hash.slice(1) }).expect(200);
    expect(body).to.include({ status: 'waiting', organization: 'org' });
  });

  it('sees who asks at first, and what is needed only once somebody opens it', async () => {
    const { referral, link } = await asked();
    const look = await ask('look', { link }).expect(200);
    expect(JSON.stringify(look.body)).not.to.match(/vision-glasses|grade/);
    expect(look.headers['cache-control']).to.equal('no-store');
    expect(look.headers['x-robots-tag']).to.equal('noindex, nofollow');
    expect(await town.stateOf(referral.id), 'who follows links of mails changes nothing').to.equal(
      'requested',
    );

    const before = (await readEntries(town.deps.db)).length;
    const { body } = await ask('open', { link }).expect(200);
    expect(body.asked.wish).to.deep.equal({ term: 'vision-glasses', wish: 'need' });
    expect(Object.keys(body.asked.content)).to.have.members(['grade-and-languages', 'free-times']);
    expect(JSON.stringify(body)).not.to.match(WHO);
    expect(body.reasons.map(({ code }: { code: string }) => code)).to.include('no-room');
    expect(await town.stateOf(referral.id)).to.equal('received');
    const [entry] = (await readEntries(town.deps.db)).slice(before);
    expect(entry).to.include({ action: 'system.referral-shown', why: 'consent' });
    expect(entry?.disclosure?.recipient).to.deep.equal({ kind: 'organization', id: 'org' });
    expect(entry?.disclosure?.records).to.deep.equal(['grade-and-languages', 'needs', 'free-times']);
    await ask('open', { link }).expect(200);
    expect(await town.stateOf(referral.id)).to.equal('received');
  });

  it('says yes, has a place taken, learns once whom to call, and finds its answer when it comes again', async () => {
    const { referral, link } = await asked();
    const yes = await ask('answer', { link, answer: 'yes', note: 'Ask for Bea.' }).expect(200);
    expect(yes.body.status).to.equal('yes');
    expect(yes.body.next.content.contacts[0]).to.include({ name: 'Mara Quillfeather', phone: '555-0188' });
    expect(await town.stateOf(referral.id)).to.equal('accepted');
    expect(await town.placements()).to.have.length(1);
    for (const what of ['look', 'open']) {
      const { body } = await ask(what, { link }).expect(200);
      expect(body).to.include({ status: 'yes' }).and.not.to.have.any.keys('next', 'asked');
      expect(JSON.stringify(body)).not.to.match(WHO);
    }
    for (const again of [
      { answer: 'yes' },
      { answer: 'no', reason: 'no-room' },
      { answer: 'ask', note: 'Hm?' },
    ]) {
      const reply = await ask('answer', { link, ...again });
      expect([reply.status, reply.body.code, reply.body.errors[0].message]).to.deep.equal([
        409,
        'changed',
        'accepted',
      ]);
    }
    expect(await town.placements()).to.have.length(1);
  });

  it('says no with a reason of the list', async () => {
    const { referral, link } = await asked();
    const without = await ask('answer', { link, answer: 'no', reason: 'a mood' });
    expect([without.status, without.body.code]).to.deep.equal([422, 'not-said']);
    expect(await town.stateOf(referral.id)).to.equal('requested');
    const { body } = await ask('answer', { link, answer: 'no', reason: 'no-room' }).expect(200);
    expect(body).to.include({ status: 'no' }).and.not.to.have.property('next');
    expect(await readReferral(town.deps.db, referral.id)).to.include({
      state: 'rejected',
      reason: 'no-room',
    });
  });

  it('asks the school, which reads it, and the days until a reminder begin anew', async () => {
    const { referral, link } = await asked();
    await sendReferralMail(town.deps, referral);
    town.goTo('2026-11-12');
    await ask('answer', { link, answer: 'ask', note: 'Does Zephyrine own a bike?' }).expect(200);
    town.goTo('2026-11-10');
    const now = await readReferral(town.deps.db, referral.id);
    expect(now?.state).to.equal('requested');
    expect(JSON.stringify(now), 'words about a student lie sealed').not.to.match(/bike/);
    const sealer = await studentSealer(town.deps, 'student');
    expect(sealer?.open(now?.history[0]?.sealedNote ?? '', notePlace(referral.id, 0))).to.match(/bike/);
    expect(now?.letters?.nextAt?.slice(0, 10)).to.equal('2026-11-16');
    const mails = await letMailsLeave();
    const toSchool = mails.find(({ to }) => !to.includes('desk@org.example.org'));
    expect(toSchool?.subject).to.equal('A partner asks you something');
    expect(toSchool?.raw).not.to.match(/bike|glasses/);
  });

  it('has the school told of its answer once an hour, not once an answer', async () => {
    for (const [n, studentId] of ['student', 'second'].entries()) {
      if (n > 0) await town.addStudent(studentId);
      const referral = await town.store({ studentId, state: 'requested' });
      const link = await tokenFor(referral.id);
      await ask('answer', { link, answer: 'no', reason: 'no-room' });
    }
    const answered = (await letMailsLeave()).filter(({ subject }) => subject === 'A partner has answered');
    expect(answered).to.have.length(1);
    expect(answered[0]?.text).to.include('http://trellis.example.org/referrals');
  });

  it('is told when somebody else has taken the last place at the same moment', async () => {
    await town.setOffer({ placesFree: 1 });
    const first = await asked();
    const second = await asked({ wish: 'interest', term: 'vision-glasses' });
    await town.consent([...EVERYTHING, 'interests']);
    const replies = await Promise.all(
      [first, second].map(({ link }) => ask('answer', { link, answer: 'yes' })),
    );
    const told = replies.map(({ status, body }) => `${status} ${body.code ?? body.status}`).sort();
    expect(told).to.deep.equal(['200 yes', '409 full']);
    expect(await town.placements()).to.have.length(1);
  });

  it('finds all links alike that never were, were changed, belong to nothing, or are too old', async () => {
    const { referral, link } = await asked();
    const changed = link.slice(0, -2) + (link.endsWith('AA') ? 'BB' : 'AA');
    const gone = await tokenFor('no-such-referral');
    const wrong = [changed, gone, 'A'.repeat(43), '', 'x', `${link}=`, referral.id];
    const answers = await Promise.all(wrong.map(async (given) => (await ask('look', { link: given })).body));
    for (const answer of answers) expect(answer).to.include({ code: 'link-gone' });
    const clock = () => new Date(town.deps.clock().getTime() - 14 * DAY_MS);
    const old = await referralLinkStore({ ...town.deps, clock }).issue(referral.id, 1);
    for (const what of ['look', 'open'])
      await ask(what, { link: old.token }).then(({ status }) => expect(status).to.equal(410));
    await ask('answer', { link: old.token, answer: 'yes' }).then(({ status }) =>
      expect(status).to.equal(410),
    );
    expect(await town.stateOf(referral.id)).to.equal('requested');
  });

  it('finds a request that the family has taken back over, and reads nothing', async () => {
    const { referral, link } = await asked();
    for (const { id } of await readConsents(town.deps.db, 'student'))
      await town.coordinator.post(`/api/v1/students/student/consents/${id}/withdraw`).send({});
    const open = await ask('open', { link }).expect(200);
    expect(open.body).to.include({ status: 'over' }).and.not.to.have.any.keys('asked', 'reasons');
    const reply = await ask('answer', { link, answer: 'yes' });
    expect([reply.status, reply.body.code]).to.deep.equal([409, 'changed']);
    expect(await town.stateOf(referral.id)).to.equal('cancelled');
  });

  it('is handed a letter on paper: the link works, an older letter’s does not, a mailed one goes on', async () => {
    const { referral, link: mailed } = await asked({ dueAt: '2026-11-01T00:00:00.000Z' });
    const handOver = async () =>
      (await town.coordinator.post(`/api/v1/referrals/${referral.id}/letter`).expect(200)).body;
    const first = await handOver();
    const { address, ...letter } = await handOver();
    expect(letter).to.deep.include({ organization: 'org', language: 'en' });
    expect(JSON.stringify(letter))
      .not.to.match(WHO)
      .and.not.to.match(/glasses|service-of-org/);
    const linkOf = (url: string) => new URL(url).hash.slice(1);
    expect((await ask('look', { link: linkOf(first.address) })).body.code).to.equal('link-gone');
    for (const link of [mailed, linkOf(address)]) await ask('look', { link }).expect(200);
    const { body } = await town.coordinator.get('/api/v1/students/student/referrals').expect(200);
    const [told] = body.items;
    expect(told.steps.map((step: { handedOver?: true }) => step.handedOver)).to.deep.equal([true, true]);
    expect(told.dueAt > town.deps.clock().toISOString(), 'there is time to answer from now on').to.equal(
      true,
    );
    const entry = (await readEntries(town.deps.db)).at(-2);
    expect(entry).to.deep.include({
      action: 'referrals.hand-over',
      on: { kind: 'referral', id: referral.id },
    });
    await ask('answer', { link: linkOf(address), answer: 'yes' }).expect(200);
    expect(await town.stateOf(referral.id)).to.equal('accepted');
    const late = await town.coordinator.post(`/api/v1/referrals/${referral.id}/letter`);
    expect([late.status, late.body.code]).to.deep.equal([409, 'changed']);
  });

  it('is handed no letter where no consent is valid any more', async () => {
    const referral = await town.store();
    await town.deps.db.collection('consents').deleteMany({});
    const reply = await town.coordinator.post(`/api/v1/referrals/${referral.id}/letter`);
    expect([reply.status, reply.body.code]).to.deep.equal([409, 'no-consent']);
    expect(await town.deps.db.collection('referral_links').countDocuments()).to.equal(0);
    expect((await readReferral(town.deps.db, referral.id))?.history).to.deep.equal([]);
  });

  it('without an address is on the school’s list until the letter is handed over', async () => {
    await town.store();
    const away = await town.store({ organizationId: 'other-org', serviceId: 'service-of-other-org' });
    const list = async () => (await town.coordinator.get('/api/v1/referrals?state=no-address')).body;
    const { items, counts } = await list();
    expect(items.map(({ id, unreached }: Record<string, string>) => [id, unreached])).to.deep.equal([
      [away.id, 'no-address'],
    ]);
    expect(counts['no-address']).to.equal(1);
    const change = { at: town.deps.clock().toISOString(), by: 'somebody', from: away.state, to: away.state };
    await writeChange(town.deps.db, away, change, { handedOverAt: change.at });
    expect((await list()).items).to.deep.equal([]);
  });

  it('gets no mail where no consent is valid any more, and none where nobody has told an address', async () => {
    const uncovered = await town.store();
    await sendReferralMail(town.deps, uncovered);
    await town.deps.db.collection('consents').deleteMany({});
    expect(await letMailsLeave()).to.deep.equal([]);
    expect(await town.stateOf(uncovered.id)).to.equal('cancelled');

    await town.consent(EVERYTHING);
    const homeless = await town.store({ organizationId: 'other-org', serviceId: 'service-of-other-org' });
    await town.deps.db.collection('consents').updateMany({}, { $set: { 'recipient.id': 'other-org' } });
    await sendReferralMail(town.deps, homeless);
    expect(await letMailsLeave()).to.deep.equal([]);
    const administrator = await town.signIn('administrator');
    const { body } = await administrator.get('/api/v1/mails').expect(200);
    expect(body.items[0]).to.include({
      kind: 'referral',
      status: 'failed',
      reason: 'no-address',
      name: 'other-org',
    });
  });
});
