import { expect } from 'chai';
import type { Response } from 'supertest';
import { sessionCollection } from '../../../server/accounts/account-collection.ts';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { upsertDemoAccounts } from '../../../server/accounts/upsert-demo-accounts.ts';
import { signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';

const SESSION = '/api/v1/session';
const HOUR = 3_600_000;

describe('Signing in and out', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ env: { DEMO: '1' } });
  });
  after(() => at.close());

  const sessions = () => at.deps.db.collection<{ _id: string }>(sessionCollection.name);

  it('gives the public no session, no token and no cookie', async () => {
    const reply = await at.visitor().get(SESSION).expect(200);
    expect(reply.body).to.deep.equal({ csrfToken: '', account: null });
    expect(reply.headers).not.to.have.property('set-cookie');
  });

  it('signs in with address and password, whatever the case of the address', async () => {
    const account = await at.createAccount({ role: 'coordinator', schoolIds: ['oak'] });
    const agent = at.visitor();
    const reply = await agent
      .post(SESSION)
      .send({ email: ` ${account.email.toUpperCase()}`, password: TEST_PASSWORD });
    expect(reply.status).to.equal(200);
    expect(reply.body.csrfToken).to.match(/^[0-9a-f]{64}$/);
    const { id, email, name, language, grants } = account;
    expect(reply.body.account).to.deep.equal({ id, email, name, language, grants });
    expect((await agent.get(SESSION)).body).to.deep.equal(reply.body);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await at.createAccount('staff');
    const wrong = await at.visitor().post(SESSION).send({ email, password: 'not the password' });
    const unknown = await at
      .visitor()
      .post(SESSION)
      .send({ email: 'nobody@example.org', password: 'not the password' });
    expect(wrong.status).to.equal(401);
    expect(wrong.body.code).to.equal('sign-in-failed');
    expect(unknown.status).to.equal(401);
    expect(unknown.body).to.deep.equal(wrong.body);
    expect(wrong.headers).not.to.have.property('set-cookie');
  });

  it('does the same work for an unknown address as for a wrong password', async () => {
    // Hashed at the cost that the API takes.
    const { create, verify } = accountStore(at.deps.db);
    const { email } = await create({
      email: 'as-dear-as-ours@example.org',
      name: 'Staff',
      language: 'en',
      grants: [],
      password: TEST_PASSWORD,
    });
    await verify(email, 'to warm up');
    const known = await leastWork(() => verify(email, 'not the password'));
    const unknown = await leastWork(() => verify('nobody@example.org', 'not the password'));
    expect(unknown / known).to.be.within(0.4, 2.5);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { email } = await at.createAccount('staff');
    const reply = await at.visitor().post(SESSION).send({ email, password: TEST_PASSWORD });
    const cookie = cookieOf(reply);
    expect(cookie).to.match(/^trellis=s%3A/);
    expect(cookie).to.include('; HttpOnly').and.to.include('; SameSite=Lax').and.to.include('; Path=/');
    expect(cookie).not.to.include('Secure');
    expect(expiry(cookie) - Date.now()).to.be.within(7.9 * HOUR, 8.1 * HOUR);
  });

  it('gives the session a new id at each sign-in', async () => {
    const { email } = await at.createAccount('staff');
    const agent = at.visitor();
    const first = await agent.post(SESSION).send({ email, password: TEST_PASSWORD });
    const second = await agent
      .post(SESSION)
      .set('x-csrf-token', first.body.csrfToken)
      .send({ email, password: TEST_PASSWORD });
    expect(pairOf(second)).not.to.equal(pairOf(first));
    expect(second.body.csrfToken).not.to.equal(first.body.csrfToken);
    expect(await whoHas(pairOf(first))).to.equal(null);
  });

  it('does not take up a session id that somebody else chose', async () => {
    const { email } = await at.createAccount('staff');
    const planted = 'trellis=s%3Achosen-by-somebody-else.signature';
    const reply = await at
      .visitor()
      .post(SESSION)
      .set('Cookie', planted)
      .send({ email, password: TEST_PASSWORD });
    expect(pairOf(reply)).not.to.include('chosen-by-somebody-else');
    expect(await whoHas(planted)).to.equal(null);
  });

  it('ends the session in the database at sign-out, so that a copied cookie is worth nothing', async () => {
    const { email } = await at.createAccount('staff');
    const agent = at.visitor();
    const signedIn = await agent.post(SESSION).send({ email, password: TEST_PASSWORD });
    const copy = pairOf(signedIn);
    expect(await whoHas(copy)).to.include({ email });
    const signedOut = await agent.delete(SESSION).set('x-csrf-token', signedIn.body.csrfToken);
    expect(signedOut.status).to.equal(204);
    expect(signedOut.headers['clear-site-data']).to.equal('"cache"');
    expect(expiry(cookieOf(signedOut))).to.equal(0);
    expect(await whoHas(copy)).to.equal(null);
  });

  it('answers a sign-out by somebody who is not signed in', () => at.visitor().delete(SESSION).expect(204));

  it('moves the end of the session with each answer', async () => {
    const agent = await at.signIn('staff');
    const before = Date.now();
    const cookie = cookieOf(await agent.get(SESSION));
    expect(expiry(cookie)).to.be.at.least(before + 8 * HOUR - 1000);
  });

  it('ends a session 7 days after its sign-in, however often it was used', async () => {
    const { id, email } = await at.createAccount('staff');
    const agent = await signInWith(at.visitor(), email);
    await setSignedInAt(id, Date.now() - 7 * 24 * HOUR + HOUR);
    const late = await agent.get(SESSION);
    expect(late.body.account).to.include({ email });
    expect(expiry(cookieOf(late)) - Date.now()).to.be.within(0.9 * HOUR, 1.1 * HOUR);
    await setSignedInAt(id, Date.now() - 7 * 24 * HOUR - HOUR);
    expect((await agent.get(SESSION)).body.account).to.equal(null);
  });

  it('takes access away at once when an account is switched off, and ends its sessions', async () => {
    const { id, email } = await at.createAccount('administrator');
    const agent = await signInWith(at.visitor(), email);
    await agent.get('/api/v1/accounts').expect(200);
    const administrator = await at.signIn('administrator');
    await administrator.patch(`/api/v1/accounts/${id}`).send({ active: false }).expect(200);
    await agent.get('/api/v1/accounts').expect(401);
    expect(await sessions().countDocuments({ 'session.accountId': id })).to.equal(0);
    const again = await at.visitor().post(SESSION).send({ email, password: TEST_PASSWORD });
    expect(again.body.code).to.equal('sign-in-failed');
  });

  it('counts a change of grants from the next request on', async () => {
    const { id, email } = await at.createAccount('administrator');
    const agent = await signInWith(at.visitor(), email);
    await accountStore(at.deps.db).update(id, { grants: [] });
    await agent.get('/api/v1/accounts').expect(403);
  });

  it('signs out everywhere when the password changes', async () => {
    const { id, email } = await at.createAccount('staff');
    const agent = await signInWith(at.visitor(), email);
    await accountStore(at.deps.db).update(id, { password: 'another long password' });
    expect((await agent.get(SESSION)).body.account).to.equal(null);
    await signInWith(at.visitor(), email, 'another long password');
  });

  it('refuses operators, lists and endless text in place of address and password', async () => {
    const inputs = [
      { email: { $ne: null }, password: { $ne: null } },
      { email: 'a@example.org', password: { $gt: '' } },
      { email: ['a@example.org'], password: 'x' },
      { email: 'a@example.org', password: 'x'.repeat(100_000) },
      {},
      [],
    ];
    for (const input of inputs) {
      const reply = await at.visitor().post(SESSION).send(input);
      expect(reply.status, JSON.stringify(input).slice(0, 60)).to.equal(400);
      expect(reply.body.code).to.equal('invalid-input');
    }
  });

  it('closes demo accounts, and their open sessions, where the demo is off', async () => {
    const demo = { email: 'demo@example.org', name: 'Demo', grants: [], password: 'demo' };
    await upsertDemoAccounts(at.deps, [demo]);
    const agent = await signInWith(at.visitor(), demo.email, demo.password);
    at.deps.config.demo = false;
    try {
      expect((await agent.get(SESSION)).body.account).to.equal(null);
      await at.visitor().post(SESSION).send({ email: demo.email, password: demo.password }).expect(401);
    } finally {
      at.deps.config.demo = true;
    }
  });

  async function whoHas(cookie: string): Promise<unknown> {
    const reply = await at.visitor().get(SESSION).set('Cookie', cookie);
    return reply.body.account;
  }

  async function setSignedInAt(accountId: string, signedInAt: number): Promise<void> {
    await sessions().updateOne(
      { 'session.accountId': accountId },
      { $set: { 'session.signedInAt': signedInAt } },
    );
  }
});

describe('Cookies behind https', () => {
  it('are secure and bound to the host', async () => {
    const at = await testApp({ env: { PUBLIC_URL: 'https://trellis.example.org', TRUST_PROXY: '1' } });
    try {
      const { email } = await at.createAccount('staff');
      const reply = await at
        .visitor()
        .post(SESSION)
        .set('X-Forwarded-Proto', 'https')
        .send({ email, password: TEST_PASSWORD });
      expect(cookieOf(reply))
        .to.match(/^__Host-trellis=/)
        .and.to.include('; Secure');
    } finally {
      await at.close();
    }
  });
});

function cookieOf(reply: Response): string {
  return reply.get('Set-Cookie')?.find((cookie) => /^(__Host-)?trellis=/.test(cookie)) ?? '';
}

function pairOf(reply: Response): string {
  return cookieOf(reply).split(';')[0] ?? '';
}

function expiry(cookie: string): number {
  return Date.parse(/Expires=([^;]+)/.exec(cookie)?.[1] ?? '');
}

/** Processor time of all threads, since how long somebody waits hangs on what else the machine does. */
async function leastWork(work: () => Promise<unknown>): Promise<number> {
  const spent: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    spent.push(user + system);
  }
  return Math.min(...spent);
}
