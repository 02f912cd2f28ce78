import { once } from 'node:events';
import { expect } from 'chai';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { mailStore } from '../../../server/mail/mail-store.ts';
import { sendMail } from '../../../server/mail/send-mail.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { repairMails } from '../../../workers/repair-mails.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { testApp } from '../../support/app.ts';
import { linkIn, smtpCatcher } from '../../support/smtp-catcher.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ONLY = {
  OIDC_PROVIDERS: 'district',
  OIDC_DISTRICT_LABEL: 'Cedar',
  OIDC_DISTRICT_ISSUER: 'http://127.0.0.1:9',
  OIDC_DISTRICT_CLIENT_ID: 'us',
  OIDC_DISTRICT_CLIENT_SECRET: 'hush-hush',
  OIDC_DISTRICT_ONLY_FOR: 'cedar.example.org',
};

async function world() {
  const catcher = await smtpCatcher();
  const at = await testApp({
    collections: [...allCollections],
    env: {
      SMTP_URL: catcher.url,
      MAIL_FROM: 'Trellis <trellis@example.org>',
      PUBLIC_URL: 'http://trellis.example.org',
      ...ONLY,
    },
  });
  const mails = () => at.deps.db.collection<{ _id: string; status: string }>('mails');
  return {
    at,
    catcher,
    mails,
    ask: (email: string) => at.visitor().post('/api/v1/password-resets').send({ email }),
    person: (email: string, more: object = {}) =>
      accountStore(at.deps.db).create({
        email,
        name: 'Lucía <b>Ortega</b>',
        language: 'en',
        grants: [],
        password: 'right horse, right battery',
        ...more,
      }),
    /** The one mail that is written down. */
    async only() {
      const all = await mails().find().toArray();
      expect(all).to.have.length(1);
      return all[0]!;
    },
    async close() {
      await at.close();
      await catcher.close();
    },
  };
}

describe('A forgotten password', () => {
  let w: Awaited<ReturnType<typeof world>>;
  before(async () => {
    w = await world();
    runTasks(w.at.deps);
  });
  after(() => w.close());

  it('is replaced by a link that comes by mail, and word of it comes after', async () => {
    const { email } = await w.person('lucia@example.org');
    const done = once(w.at.deps.queues.open('mails'), 'completed');
    await w.ask(` ${email.toUpperCase()} `).then(({ status }) => expect(status).to.equal(202));
    await done;
    const [mail] = w.catcher.mails;
    expect(mail?.to).to.deep.equal([email]);
    expect(mail?.html).to.include('Lucía &lt;b&gt;Ortega').and.not.to.include('<b>');
    expect(mail?.raw).to.include('Auto-Submitted: auto-generated');
    const link = new URL(linkIn(mail!)).hash.slice(1);
    expect(link).to.match(/^reset\./);
    await w.at
      .visitor()
      .post('/api/v1/links/set-password')
      .send({ link, password: 'nine lamps under a bridge' })
      .expect(200);
    const [, word] = await w.catcher.until(2);
    expect(word?.subject).to.equal('Your Trellis password was changed');
    expect(word?.text).not.to.match(/set-password/);
  });

  it('is answered alike for whoever has an account and whoever has none, and nobody else gets mail', async () => {
    const before = w.catcher.mails.length;
    await w
      .person('off@example.org')
      .then(({ id }) => accountStore(w.at.deps.db).update(id, { active: false }));
    await w.person('demo@example.org', { demo: true });
    const done = countCompleted(w, 4);
    const replies = await Promise.all(
      ['nobody@example.org', 'off@example.org', 'demo@example.org', 'nonsense'].map((email) => w.ask(email)),
    );
    for (const { status, body } of replies) expect([status, body]).to.deep.equal([202, {}]);
    await done;
    expect(w.catcher.mails).to.have.length(before);
    const left = await w.mails().countDocuments({ address: { $exists: true } });
    expect(left, 'no address of a stranger is kept').to.equal(0);
  });

  it('leads people who have no password of their own to their service', async () => {
    const { email } = await w.person('staff@cedar.example.org', { language: 'es' });
    const done = countCompleted(w, 1);
    await w.ask(email);
    await done;
    const mail = w.catcher.mails.at(-1);
    expect(mail?.text).to.include('inicie sesión con Cedar').and.not.to.include('#reset');
  });

  it('sends one account three links an hour, and says the same of the fourth', async () => {
    const { email } = await w.person('often@example.org');
    const done = countCompleted(w, 3);
    for (let n = 0; n < 5; n += 1) await w.ask(email).then(({ status }) => expect(status).to.equal(202));
    await done;
    expect(w.catcher.mails.filter(({ to }) => to.includes(email))).to.have.length(3);
    const [first] = w.catcher.mails.filter(({ to }) => to.includes(email));
    const link = new URL(linkIn(first!)).hash.slice(1);
    await w.at.visitor().post('/api/v1/links/look').send({ link }).expect(410);
  });

  it('slows an address down that asks for everybody', async () => {
    const replies = await Promise.all(Array.from({ length: 31 }, (_, n) => w.ask(`guess-${n}@example.org`)));
    expect(replies.map(({ status }) => status)).to.include(429);
  });
});

describe('A mail that waits', () => {
  let w: Awaited<ReturnType<typeof world>>;
  beforeEach(async () => {
    w = await world();
  });
  afterEach(() => w.close());

  it('lies in the queue as an id, and nowhere as a text or a link', async () => {
    const { email } = await w.person('lucia@example.org');
    await w.ask(email);
    const [task] = await w.at.deps.queues.open('mails').getWaiting();
    const mail = await w.only();
    expect(task?.data).to.deep.equal({ jobId: mail._id });
    expect(JSON.stringify(mail)).not.to.include(email).and.not.to.include('Luc');
  });

  it('leaves when the mail server is back, however long it was away, and once', async () => {
    const account = await w.person('lucia@example.org');
    await w.catcher.close();
    await mailStore(w.at.deps).post('reset', { accountId: account.id });
    const { _id } = await w.only();
    const failure = await sendMail(w.at.deps, _id).catch((error: Error) => error);
    expect(String(failure)).to.include('ESOCKET').and.not.to.include('lucia');
    expect(await w.only()).to.include({ status: 'waiting', reason: 'ESOCKET', attempts: 1 });
    expect(await repairMails(w.at.deps), 'not before its time').to.equal(0);

    w.at.deps.clock = () => new Date(Date.now() + 2 * DAY);
    const back = await smtpCatcher(w.catcher.port);
    try {
      await w.at.deps.queues.open('mails').empty();
      runTasks(w.at.deps);
      const done = countCompleted(w, 1);
      expect(await repairMails(w.at.deps)).to.equal(1);
      await done;
      expect(await w.only()).to.include({ status: 'sent' });
      expect(await repairMails(w.at.deps)).to.equal(0);
      await sendMail(w.at.deps, _id);
      expect(back.mails).to.have.length(1);
    } finally {
      await back.close();
    }
  });

  it('is sent once by many who send it at the same time', async () => {
    const account = await w.person('lucia@example.org');
    await mailStore(w.at.deps).post('reset', { accountId: account.id });
    const { _id } = await w.only();
    await Promise.all(Array.from({ length: 8 }, () => sendMail(w.at.deps, _id)));
    expect(w.catcher.mails).to.have.length(1);
  });

  it('is given up at once when its address is refused for good, and the administrator sees it', async () => {
    const account = await w.person('gone@example.org');
    w.catcher.refuse({ code: 550, text: 'no such mailbox: gone@example.org' });
    await mailStore(w.at.deps).post('reset', { accountId: account.id });
    const { _id } = await w.only();
    await sendMail(w.at.deps, _id);
    const administrator = await w.at.signIn('administrator');
    const { body } = await administrator.get('/api/v1/mails').expect(200);
    expect(body.items[0]).to.include({ status: 'failed', reason: 'EENVELOPE 550', email: account.email });
  });

  it('waits when its address is refused for now, and is given up after three days', async () => {
    const account = await w.person('full@example.org');
    w.catcher.refuse({ code: 452, text: 'mailbox full' });
    await mailStore(w.at.deps).post('reset', { accountId: account.id });
    const { _id } = await w.only();
    await sendMail(w.at.deps, _id).catch(() => undefined);
    expect(await w.only()).to.include({ status: 'waiting', reason: 'EENVELOPE 452' });
    w.at.deps.clock = () => new Date(Date.now() + 3 * DAY);
    await sendMail(w.at.deps, _id).catch(() => undefined);
    expect(await w.only()).to.include({ status: 'failed' });
  });

  it('goes to no mail server without encryption in production, unless its address says so', async () => {
    const account = await w.person('lucia@example.org');
    w.at.deps.config.production = true;
    await mailStore(w.at.deps).post('reset', { accountId: account.id });
    const { _id } = await w.only();
    await sendMail(w.at.deps, _id).catch(() => undefined);
    expect(await w.only()).to.include({ status: 'waiting', reason: 'ETLS 500' });
    w.at.deps.config.mail!.url += '?ignoreTLS=true';
    await sendMail(w.at.deps, _id);
    expect(w.catcher.mails).to.have.length(1);
  });

  it('is sent to nobody whose invitation was withdrawn meanwhile', async () => {
    const administrator = await w.at.signIn('administrator');
    const invited = { email: 'nia@example.org', name: 'Nia' };
    const { body } = await administrator.post('/api/v1/invitations').send(invited).expect(201);
    await administrator.delete(`/api/v1/invitations/${body.id}`).expect(204);
    const { _id } = await w.only();
    await sendMail(w.at.deps, _id);
    expect(w.catcher.mails).to.have.length(0);
    expect(await w.mails().countDocuments()).to.equal(0);
  });
});

/** Resolves when so many tasks of the mail queue are done from now on. */
function countCompleted({ at }: Awaited<ReturnType<typeof world>>, count: number): Promise<void> {
  return new Promise((resolve) => {
    let done = 0;
    at.deps.queues.open('mails').on('completed', () => {
      done += 1;
      if (done === count) resolve();
    });
  });
}
