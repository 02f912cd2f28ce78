import { once } from 'node:events';
import { expect } from 'chai';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, signInWith, testApp } from '../../support/app.ts';
import { linkIn, smtpCatcher } from '../../support/smtp-catcher.ts';

const NEW = 'nine lamps under a bridge';
const nia = {
  email: 'Nia.Brooks@example.org',
  name: 'Nia Brooks',
  grants: [{ role: 'staff', districtId: 'north', schoolIds: [] }],
};
const given = (address: string) => new URL(address, 'http://here').hash.slice(1);

describe('An invitation where no mail server is set up', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let administrator: Agent;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    administrator = await at.signIn('administrator');
  });
  after(() => at.close());

  const invite = async (person: object) =>
    (await administrator.post('/api/v1/invitations').send(person).expect(201)).body;

  it('shows the administrator its link once, and with it the person signs in', async () => {
    const invited = await invite(nia);
    expect(invited).to.include({ email: 'nia.brooks@example.org', status: 'open', mailed: false });
    expect(invited.link).to.match(/^\/sign-in\/set-password#invitation\.[A-Za-z0-9_-]{43}$/);
    const list = await administrator.get('/api/v1/invitations').expect(200);
    expect(JSON.stringify(list.body)).to.include('nia.brooks').and.not.to.include(given(invited.link));

    const person = at.visitor();
    const link = given(invited.link);
    const seen = await person.post('/api/v1/links/look').send({ link }).expect(200);
    expect(seen.body).to.include({
      purpose: 'invitation',
      name: 'Nia Brooks',
      email: 'nia.brooks@example.org',
    });
    const entered = await person.post('/api/v1/links/set-password').send({ link, password: NEW }).expect(200);
    expect(entered.body.account).to.include({ email: 'nia.brooks@example.org' });
    expect((await person.get('/api/v1/session')).body.account).to.include({ name: 'Nia Brooks' });
    await signInWith(at.visitor(), nia.email, NEW);

    const again = await at
      .visitor()
      .post('/api/v1/links/set-password')
      .send({ link, password: `${NEW}!` });
    expect([again.status, again.body.code]).to.deep.equal([410, 'link-gone']);
    const { body } = await administrator.get('/api/v1/invitations');
    expect(body.items[0]).to.include({ status: 'accepted', name: 'Nia Brooks' });
  });

  it('is taken up by one of two who use its link at the same time', async () => {
    const { link } = await invite({ ...nia, email: 'two@example.org' });
    const use = (password: string) =>
      at
        .visitor()
        .post('/api/v1/links/set-password')
        .send({ link: given(link), password });
    const replies = await Promise.all([use(NEW), use('ten lamps under a bridge')]);
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 410]);
  });

  it('keeps its link when the password will not do', async () => {
    const { link } = await invite({ ...nia, email: 'weak@example.org' });
    const use = (password: string) =>
      at
        .visitor()
        .post('/api/v1/links/set-password')
        .send({ link: given(link), password });
    expect((await use('short')).body.code).to.equal('invalid-input');
    const codes = ['password1234', 'niabrooks2026', '123123123123'].map(
      async (password) => (await use(password)).body.code,
    );
    expect(await Promise.all(codes)).to.deep.equal([
      'password-frequent',
      'password-own-name',
      'password-pattern',
    ]);
    await use(NEW).then(({ status }) => expect(status).to.equal(200));
  });

  it('is sent again with a new link, and the older one opens nothing', async () => {
    const { id, link: older } = await invite({ ...nia, email: 'again@example.org' });
    const { body } = await administrator.post(`/api/v1/invitations/${id}/send`).expect(200);
    await at
      .visitor()
      .post('/api/v1/links/look')
      .send({ link: given(older) })
      .expect(410);
    await at
      .visitor()
      .post('/api/v1/links/look')
      .send({ link: given(body.link) })
      .expect(200);
  });

  it('opens nothing once it is withdrawn, and the person can be invited anew', async () => {
    const person = { ...nia, email: 'withdrawn@example.org' };
    const { id, link } = await invite(person);
    await administrator.delete(`/api/v1/invitations/${id}`).expect(204);
    await at
      .visitor()
      .post('/api/v1/links/look')
      .send({ link: given(link) })
      .expect(410);
    const twice = await administrator.delete(`/api/v1/invitations/${id}`);
    expect([twice.status, twice.body.code]).to.deep.equal([409, 'invitation-over']);
    const anew = await invite({ ...person, name: 'Nia B.', grants: [] });
    expect(anew).to.include({ id, name: 'Nia B.', status: 'open' });
    await at
      .visitor()
      .post('/api/v1/links/look')
      .send({ link: given(anew.link) })
      .expect(200);
  });

  it('goes to nobody who has an account', async () => {
    const { email } = await at.createAccount('staff');
    const reply = await administrator.post('/api/v1/invitations').send({ ...nia, email });
    expect([reply.status, reply.body.code]).to.deep.equal([409, 'email-taken']);
    const accepted = await administrator.post('/api/v1/invitations').send(nia);
    expect(accepted.body.code).to.equal('email-taken');
  });

  it('gives no role outside the administrator’s own district', async () => {
    const local = await at.signIn({ role: 'administrator', districtId: 'north' });
    for (const districtId of ['south', undefined]) {
      const grants = [{ role: 'staff', ...(districtId && { districtId }) }];
      const reply = await local
        .post('/api/v1/invitations')
        .send({ ...nia, email: 'far@example.org', grants });
      expect([reply.status, reply.body.code]).to.deep.equal([403, 'out-of-scope']);
    }
  });

  it('tells nothing apart: a link that never was, was changed, or is nonsense', async () => {
    const { link } = await invite({ ...nia, email: 'tampered@example.org' });
    const token = given(link);
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const answers = await Promise.all(
      [
        changed,
        token.replace('invitation', 'reset'),
        `invitation.${'A'.repeat(43)}`,
        '',
        'x',
        `${token}=`,
      ].map(async (wrong) => (await at.visitor().post('/api/v1/links/look').send({ link: wrong })).body),
    );
    for (const answer of answers) expect(answer).to.deep.equal(answers[0]).and.include({ code: 'link-gone' });
  });

  it('lets the administrator hand over a link to a new password, which ends all sessions', async () => {
    const account = await at.createAccount('staff');
    const open = await signInWith(at.visitor(), account.email);
    const { body } = await administrator.post(`/api/v1/accounts/${account.id}/reset-link`).expect(200);
    await at
      .visitor()
      .post('/api/v1/links/set-password')
      .send({ link: given(body.link), password: NEW })
      .expect(200);
    expect((await open.get('/api/v1/session')).body.account).to.equal(null);
    await signInWith(at.visitor(), account.email, NEW);
  });

  it('opens nothing for an account that was switched off, or has another address or password since', async () => {
    for (const change of [{ active: false }, { email: 'moved@example.org' }, { password: `${NEW} too` }]) {
      const account = await at.createAccount('staff');
      const { body } = await administrator.post(`/api/v1/accounts/${account.id}/reset-link`).expect(200);
      await administrator.patch(`/api/v1/accounts/${account.id}`).send(change).expect(200);
      await at
        .visitor()
        .post('/api/v1/links/look')
        .send({ link: given(body.link) })
        .expect(410);
    }
  });

  it('says that no mail can be asked for', async () => {
    const reply = await at.visitor().post('/api/v1/password-resets').send({ email: nia.email });
    expect([reply.status, reply.body.code]).to.deep.equal([409, 'no-mail']);
  });
});

describe('An invitation by mail', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  let administrator: Agent;
  before(async () => {
    catcher = await smtpCatcher();
    at = await testApp({
      collections: [...allCollections],
      env: {
        SMTP_URL: catcher.url,
        MAIL_FROM: 'Trellis <trellis@example.org>',
        PUBLIC_URL: 'http://trellis.example.org',
      },
    });
    runTasks(at.deps);
    administrator = await at.signIn('administrator');
  });
  after(async () => {
    await at.close();
    await catcher.close();
  });

  it('comes once, in the person’s language, with a link that the administrator does not see', async () => {
    const sent = once(at.deps.queues.open('mails'), 'completed');
    const { body } = await administrator
      .post('/api/v1/invitations')
      .send({ ...nia, language: 'es' })
      .expect(201);
    expect(body).to.include({ mailed: true }).and.not.to.have.property('link');
    const [mail] = await catcher.until(1);
    expect(mail).to.deep.include({ from: 'trellis@example.org', to: ['nia.brooks@example.org'] });
    expect(mail?.subject).to.equal('Le invitamos a Trellis');
    expect(mail?.text).to.include('Hola, Nia Brooks:').and.to.include('Elija una contraseña');
    const link = new URL(linkIn(mail!));
    expect(link.origin + link.pathname).to.equal('http://trellis.example.org/sign-in/set-password');
    expect(mail?.html).to.include(`href="${link.href}"`);
    await at
      .visitor()
      .post('/api/v1/links/set-password')
      .send({ link: link.hash.slice(1), password: NEW })
      .expect(200);
    await sent;
    const mails = await administrator.get('/api/v1/mails').expect(200);
    expect(mails.body).to.deep.include({ configured: true, total: 1 });
    expect(mails.body.items[0]).to.include({
      kind: 'invitation',
      email: 'nia.brooks@example.org',
      status: 'sent',
    });
    expect(catcher.mails).to.have.length(1);
  });
});
