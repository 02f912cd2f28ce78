import { expect } from 'chai';
import { District } from '../../../core/district/district.ts';
import type { DigestTurn } from '../../../core/home/digest.ts';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { digests } from '../../../server/digests/digest-collection.ts';
import { digestRoutes } from '../../../server/digests/digest-routes.ts';
import { readDigest, saveDigest } from '../../../server/digests/digest-store.ts';
import { postDigests } from '../../../server/digests/post-digests.ts';
import { mailCollection, mailCollections } from '../../../server/mail/mail-collection.ts';
import { sendMail } from '../../../server/mail/send-mail.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import type { CollectionSpec } from '../../../server/store/collection.ts';
import { suggestionStore } from '../../../server/suggestions/suggestion-store.ts';
import { signInWith, testApp } from '../../support/app.ts';
import { smtpCatcher } from '../../support/smtp-catcher.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';

/** 8:00 in Chicago, the first hour of mail, on a Tuesday; the day before; and the next day that is none off. */
const CHOSEN = '2026-11-09T20:00:00Z';
const DUE = '2026-11-10T14:00:00Z';
const NEXT = '2026-11-12T14:00:00Z';

describe('The digest by mail', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  before(async () => {
    catcher = await smtpCatcher();
    at = await testApp({
      routes: digestRoutes,
      collections: [...mailCollections],
      env: {
        SMTP_URL: catcher.url,
        MAIL_FROM: 'Trellis <trellis@example.org>',
        PUBLIC_URL: 'http://trellis.example.org',
      },
    });
    await saveDistrict(
      at.deps.db,
      District.parse({ id: 'district', name: 'Cedar', bounds: [-97, 40, -96, 41], center: [-96.5, 40.5] }),
    );
  });
  beforeEach(async () => {
    goTo(CHOSEN);
    for (const name of ['mails', 'digests', 'suggestions', 'accounts'])
      await at.deps.db.collection(name).deleteMany({});
    catcher.mails.length = 0;
  });
  after(async () => {
    await at.close();
    await catcher.close();
  });

  function goTo(moment: string): void {
    at.deps.clock = () => new Date(moment);
  }

  /** An administrator whose next one is due then, and a suggestion that waits for an answer. */
  async function chosen(turn: DigestTurn = 'daily') {
    const account = await at.createAccount('administrator');
    await saveDigest(at.deps.db, { id: account.id, turn, nextAt: new Date(DUE).toISOString() });
    await suggest();
    return account;
  }

  const suggest = () =>
    suggestionStore(at.deps).add({
      serviceId: 'service',
      organizationId: 'org',
      text: 'Mara Lindqvist says it has moved',
      from: 'public',
    });

  const turnOf = async ({ id }: { id: string }) => (await readDigest(at.deps.db, id))?.turn;

  const mails = () => at.deps.db.collection<{ _id: string }>('mails').find().toArray();

  async function sendAll(): Promise<void> {
    for (const { _id } of await mails()) await sendMail(at.deps, _id);
  }

  it('comes in the morning, says how much waits and where, and nothing of anybody', async () => {
    const account = await at.createAccount('administrator');
    const agent = await signInWith(at.visitor(), account.email);
    await agent.put('/api/v1/own-account/digest').send({ turn: 'daily' }).expect(200);
    await suggest();
    await postDigests(at.deps);
    expect(await mails(), 'not on the day of the choice').to.have.length(0);
    goTo(DUE);
    await postDigests(at.deps);
    await sendAll();
    const [mail, ...others] = catcher.mails;
    expect(others).to.have.length(0);
    expect(mail?.text).to.include(
      '- 1 reader says that something is wrong: http://trellis.example.org/verify?show=suggestions',
    );
    expect(mail?.html).to.include('<li><a href="http://trellis.example.org/verify?show=suggestions">');
    expect(mail?.text).to.include('http://trellis.example.org/home').and.not.to.include('Mara');
    goTo(CHOSEN);
    const { body } = await agent.get('/api/v1/own-account/digest').expect(200);
    expect(body).to.deep.equal({ turn: 'daily', nextAt: new Date(NEXT).toISOString(), mail: true });
  });

  it('comes once a week to who chose that, in the own language', async () => {
    const account = await chosen('weekly');
    await accountStore(at.deps.db).update(account.id, { language: 'es' });
    for (const day of ['10', '13', '16', '17', '20', '23']) {
      goTo(`2026-11-${day}T15:00:00Z`);
      await postDigests(at.deps);
      await sendAll();
    }
    expect(catcher.mails).to.have.length(3);
    expect(catcher.mails[0]?.text).to.include('1 lector dice que algo está mal');
  });

  it('is not sent where nothing waits, nor to who wants none or was switched off', async () => {
    await at.createAccount('administrator');
    const account = await chosen();
    await accountStore(at.deps.db).update(account.id, { active: false });
    await chosen();
    await at.deps.db.collection('suggestions').deleteMany({});
    goTo(DUE);
    await postDigests(at.deps);
    expect(await mails()).to.have.length(2);
    await sendAll();
    expect(catcher.mails).to.have.length(0);
    expect(await mails(), 'nothing is left that could be sent').to.have.length(0);
  });

  it('waits for the mail server until the next is due, and then leaves it to that one', async () => {
    await chosen();
    goTo(DUE);
    await postDigests(at.deps);
    goTo(NEXT);
    await postDigests(at.deps);
    expect(await mails()).to.have.length(2);
    await sendAll();
    expect(catcher.mails).to.have.length(1);
  });

  it('does not leave at night when the mail server comes back then', async () => {
    await chosen();
    goTo(DUE);
    await postDigests(at.deps);
    goTo('2026-11-11T04:00:00Z');
    await sendAll();
    expect(catcher.mails).to.have.length(0);
  });

  it('is stopped by one click of a mail program, again and again, and by nothing that only reads', async () => {
    const account = await chosen();
    goTo(DUE);
    await postDigests(at.deps);
    await sendAll();
    const raw = (catcher.mails[0]?.raw ?? '').replace(/\r\n[ \t]+/g, ' ');
    expect(raw).to.match(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    const [, address = ''] = /^List-Unsubscribe: <([^>]+)>\r?$/m.exec(raw) ?? [];
    const { pathname } = new URL(address);
    const { headers } = await at.visitor().get(pathname).expect(302);
    const page = new URL(headers.location ?? '', 'http://trellis.example.org').href;
    expect(catcher.mails[0]?.text, 'the page behind the link that people see').to.include(page);
    expect(await turnOf(account)).to.equal('daily');
    for (let times = 0; times < 2; times += 1)
      await at.visitor().post(pathname).type('form').send('List-Unsubscribe=One-Click').expect(204);
    expect(await turnOf(account)).to.equal(undefined);
  });

  it('is not stopped by a link that we have not signed for this account', async () => {
    const [one, other] = [await chosen(), await chosen()];
    const signed = (id: string) => `${id}.${at.deps.sealing.keyedHash(id, 'link that stops the digest')}`;
    const stop = (token: string) => at.visitor().post(`/api/v1/digest-stops/${token}`);
    const [, hash] = signed(one.id).split('.');
    for (const token of [`${other.id}.${hash}`, other.id, `${signed(other.id)}x`, 'x'])
      await stop(token).expect(410);
    expect(await turnOf(other)).to.equal('daily');
    await stop(signed(other.id)).expect(204);
    expect(await turnOf(one)).to.equal('daily');
  });

  const WRITES: [what: string, CollectionSpec, method: string][] = [
    ['before it is written down', mailCollection, 'insertOne'],
    ['before it is noted', digests, 'updateOne'],
  ];
  for (const [what, spec, method] of WRITES)
    it(`is neither lost nor doubled when its process dies ${what}`, async () => {
      await chosen();
      goTo(DUE);
      let deaths = 0;
      const dying = hookedDatabase(at.deps.db, spec, method, () => {
        deaths += 1;
        throw new Error('killed here');
      });
      await postDigests({ ...at.deps, db: dying }).catch((error: Error) =>
        expect(error.message).to.equal('killed here'),
      );
      expect(deaths).to.equal(1);
      await Promise.all(Array.from({ length: 4 }, () => postDigests(at.deps)));
      await sendAll();
      expect(catcher.mails).to.have.length(1);
    });
});
