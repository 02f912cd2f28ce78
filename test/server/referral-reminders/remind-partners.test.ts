import { expect } from 'chai';
import { mailCollection } from '../../../server/mail/mail-collection.ts';
import { sendMail } from '../../../server/mail/send-mail.ts';
import { sendReferralMail } from '../../../server/referral-links/send-referral-mail.ts';
import { remindPartners } from '../../../server/referral-reminders/remind-partners.ts';
import { referrals } from '../../../server/referrals/referral-collection.ts';
import { readReferral } from '../../../server/referrals/referral-store.ts';
import type { CollectionSpec } from '../../../server/store/collection.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import { type ReferralTown, referralTown, SCHOOL } from '../referrals/referral-town.ts';

/** 15:00 in UTC is 9:00 in Chicago; the request is made on a Tuesday. */
const REQUESTED = '2026-11-10';

describe('Reminding partners', () => {
  let town: ReferralTown;
  before(async () => {
    // Nothing listens there: no mail leaves in these tests, what counts is what is written down.
    town = await referralTown({
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Trellis <trellis@example.org>',
      PUBLIC_URL: 'http://trellis.example.org',
    });
  });
  beforeEach(async () => {
    town.goTo(REQUESTED);
    await town.begin();
    await town.deps.db.collection('mails').deleteMany({});
    await town.consent();
  });
  after(() => town.close());

  /** What has been written down so far. */
  async function written(): Promise<string[]> {
    const mails = await town.deps.db.collection('mails').find().sort({ createdAt: 1, kind: 1 }).toArray();
    return mails.map(({ kind, createdAt }) => `${createdAt.slice(5, 10)} ${kind}`);
  }

  async function remindOn(...days: string[]): Promise<void> {
    for (const day of days) {
      town.goTo(day);
      await remindPartners(town.deps);
      await remindPartners(town.deps);
    }
  }

  it('writes on the third and the seventh day, and on the tenth to the school, once each', async () => {
    const referral = await town.store();
    await sendReferralMail(town.deps, referral);
    const days = Array.from({ length: 20 }, (_, n) => `2026-11-${10 + n}`);
    await remindOn(...days);
    expect(await written()).to.deep.equal([
      '11-10 referral',
      '11-13 referral-reminder',
      '11-17 referral-reminder',
      '11-20 referral-unanswered',
    ]);
    const now = await readReferral(town.deps.db, referral.id);
    expect(now?.remindedAt).to.equal('2026-11-17T15:00:00.000Z');
    expect(now?.letters).to.include({ done: 3 }).and.not.to.have.property('nextAt');
  });

  it('leaves alone who has answered, and who sends no mail', async () => {
    const referral = await town.store();
    await sendReferralMail(town.deps, referral);
    await town.turn(referral.id, { to: 'rejected', by: SCHOOL, reason: 'no-room' });
    await remindOn('2026-11-13');
    expect(await written()).to.deep.equal(['11-10 referral']);
    const { mail } = town.deps.config;
    await town.store({ term: 'robotics-coding', wish: 'interest' });
    town.deps.config.mail = null;
    try {
      await remindOn('2026-11-20');
    } finally {
      town.deps.config.mail = mail;
    }
    expect(await written()).to.deep.equal(['11-10 referral']);
  });

  it('writes the letter of a referral whose sender died before', async () => {
    const referral = await town.store();
    await remindPartners(town.deps);
    expect(await written(), 'the sender may still be at it').to.deep.equal([]);
    await remindOn('2026-11-11');
    expect(await written()).to.deep.equal(['11-11 referral']);
    const now = await readReferral(town.deps.db, referral.id);
    expect(now?.letters?.nextAt, 'counted from the request').to.equal('2026-11-13T15:00:00.000Z');
  });

  it('waits for the morning when the worker was away at the right moment, and for Monday', async () => {
    await sendReferralMail(town.deps, await town.store());
    const night = { ...town.deps, clock: () => new Date('2026-11-14T04:00:00Z') };
    await remindPartners(night);
    expect(await written()).to.deep.equal(['11-10 referral']);
    const monday = { ...town.deps, clock: () => new Date('2026-11-16T14:00:00Z') };
    await remindPartners(monday);
    expect(await written()).to.deep.equal(['11-10 referral', '11-16 referral-reminder']);
  });

  it('does not leave at night either, when the mail server was away until then', async () => {
    await sendReferralMail(town.deps, await town.store());
    await town.deps.db.collection('mails').deleteMany({});
    await remindOn('2026-11-13');
    const mail = await town.deps.db.collection<{ _id: string }>('mails').findOne({});
    await sendMail({ ...town.deps, clock: () => new Date('2026-11-14T04:00:00Z') }, mail?._id ?? '');
    const later = await town.deps.db.collection('mails').findOne({});
    expect(later?.nextTryAt.toISOString()).to.equal('2026-11-16T14:00:00.000Z');
    expect(later).to.include({ status: 'waiting', attempts: 0 });
  });

  const WRITES: [what: string, CollectionSpec, method: string][] = [
    ['before a letter is written down', mailCollection, 'insertOne'],
    ['before it is noted', referrals, 'updateOne'],
  ];
  for (const [what, spec, method] of WRITES)
    it(`neither loses nor doubles a step whose process dies ${what}`, async () => {
      const referral = await town.store();
      deaths = 0;
      await dieOnce(spec, method, (deps) => sendReferralMail(deps, referral));
      for (const day of ['2026-11-11', '2026-11-13', '2026-11-17', '2026-11-20']) {
        town.goTo(day);
        await dieOnce(spec, method, remindPartners);
        await remindPartners(town.deps);
      }
      expect((await written()).map((one) => one.slice(6))).to.deep.equal([
        'referral',
        'referral-reminder',
        'referral-reminder',
        'referral-unanswered',
      ]);
      expect(deaths, 'the request twice, then each step').to.equal(5);
    });

  let deaths = 0;

  /** Lets work begin and fails the first write of a kind: what comes after it does not happen. */
  async function dieOnce(
    spec: CollectionSpec,
    method: string,
    work: (deps: ReferralTown['deps']) => Promise<void>,
  ): Promise<void> {
    const db = hookedDatabase(town.deps.db, spec, method, () => {
      deaths += 1;
      throw new Error('killed here');
    });
    await work({ ...town.deps, db }).catch((error: Error) => expect(error.message).to.equal('killed here'));
  }

  it('is done once by many workers at the same moment', async () => {
    await sendReferralMail(town.deps, await town.store());
    town.goTo('2026-11-13');
    await Promise.all(Array.from({ length: 6 }, () => remindPartners(town.deps)));
    expect(await written()).to.deep.equal(['11-10 referral', '11-13 referral-reminder']);
  });
});
