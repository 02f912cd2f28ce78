import { expect } from 'chai';
import { readSession } from '../../../server/accounts/session-store.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';

const OWN = '/api/v1/own-account';
const SESSION = '/api/v1/session';
const ACCOUNTS = '/api/v1/accounts';
const MINUTE = 60_000;
const NEW_PASSWORD = 'orange lamps at noon';

describe('One’s own account', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let now: number;
  before(async () => {
    at = await testApp();
  });
  beforeEach(() => {
    now = Date.now();
    at.deps.clock = () => new Date(now);
  });
  after(() => at.close());

  it('shows and changes the name and the language without further ado', async () => {
    const agent = await at.signIn('staff');
    now += 20 * MINUTE;
    const { body } = await agent.patch(OWN).send({ name: 'Rosa', language: 'es' }).expect(200);
    expect(body).to.include({ name: 'Rosa', language: 'es' });
    expect((await agent.get(SESSION)).body.account).to.include({ name: 'Rosa' });
  });

  it('asks who is there before what an open browser should not be able to change', async () => {
    const agent = await at.signIn('administrator');
    const { id } = await at.createAccount('staff');
    now += 10 * MINUTE;
    const changes = [
      () => agent.patch(OWN).send({ email: 'new@example.org' }),
      () => agent.post(`${OWN}/password`).send({ password: NEW_PASSWORD }),
      () => agent.post(`${OWN}/second-factor`),
      () => agent.patch(`${ACCOUNTS}/${id}`).send({ grants: [{ role: 'coordinator' }] }),
      () => agent.post(ACCOUNTS).send({ email: 'x@example.org', name: 'X', password: NEW_PASSWORD }),
      () => agent.post(`${ACCOUNTS}/${id}/view-as`).send({ why: 'to help with a list' }),
      () => agent.delete(`${ACCOUNTS}/${id}/second-factor`),
    ];
    for (const change of changes) {
      const reply = await change();
      expect([reply.status, reply.body.code]).to.deep.equal([403, 'confirm-needed']);
    }
    const wrong = await agent.post(`${OWN}/confirm`).send({ password: 'not the password' });
    expect(wrong.body.code).to.equal('password-wrong');
    await agent.post(`${OWN}/confirm`).send({ password: TEST_PASSWORD }).expect(204);
    await agent.patch(OWN).send({ email: 'new@example.org' }).expect(200);
  });

  it('ends its other sessions when the password changes, and refuses a frequent one', async () => {
    const { email } = await at.createAccount('staff');
    const [here, there] = [await signInWith(at.visitor(), email), await signInWith(at.visitor(), email)];
    await here.post(`${OWN}/password`).send({ password: 'password1234' }).expect(400);
    await here.post(`${OWN}/password`).send({ password: NEW_PASSWORD }).expect(204);
    await here.get(OWN).expect(200);
    await there.get(OWN).expect(401);
    await signInWith(at.visitor(), email, NEW_PASSWORD);
  });

  it('lists its sessions by browser, and ends one or all others', async () => {
    const { email } = await at.createAccount('staff');
    const agents: Agent[] = [];
    for (const browser of ['Firefox/140.0', 'Edg/140.0', 'Chrome/140.0'])
      agents.push(await signInWith(at.visitor().set('User-Agent', `(Windows NT 10.0) ${browser}`), email));
    const [here, second, third] = agents as [Agent, Agent, Agent];
    const list = (await here.get(`${OWN}/sessions`).expect(200)).body.items;
    expect(list).to.have.length(3);
    expect(list[0]).to.deep.include({ current: true, device: { browser: 'Firefox', system: 'Windows' } });
    const edge = list.find(({ device }: { device: { browser: string } }) => device.browser === 'Edge');
    await here.delete(`${OWN}/sessions/${edge.id}`).expect(204);
    await second.get(OWN).expect(401);
    await third.get(OWN).expect(200);
    await here.delete(`${OWN}/sessions`).expect(204);
    await third.get(OWN).expect(401);
    await here.get(OWN).expect(200);
  });

  it('does not end anybody else’s session', async () => {
    const agent = await at.signIn('staff');
    const other = await at.signIn('staff');
    const [theirs] = (await other.get(`${OWN}/sessions`)).body.items;
    await agent.delete(`${OWN}/sessions/${theirs.id}`).expect(404);
    await other.get(OWN).expect(200);
  });

  it('is signed out sooner for administrators', async () => {
    const [staff, administrator] = [await at.signIn('staff'), await at.signIn('administrator')];
    now += 61 * MINUTE;
    await staff.get(OWN).expect(200);
    await administrator.get(OWN).expect(401);
  });

  it('tells when the session ends without moving the end', async () => {
    const agent = await at.signIn('staff');
    const sessions = at.deps.db.collection('sessions');
    await sessions.updateMany({}, { $set: { lastModified: new Date(now - 60 * MINUTE) } });
    const { body } = await agent.get(`${SESSION}/end`).expect(200);
    expect(body).to.deep.equal({ endsAt: new Date(now + 7 * 60 * MINUTE).toISOString(), canStay: true });
    expect((await agent.get(`${SESSION}/end`)).body).to.deep.equal(body);
    await agent.get(SESSION).expect(200);
    expect((await agent.get(`${SESSION}/end`)).body.endsAt > body.endsAt).to.equal(true);
    expect((await at.visitor().get(`${SESSION}/end`)).body).to.deep.equal({ endsAt: null });
  });

  it('ends what goes on longer than a request, such as live events, with the session', async () => {
    const { id, email } = await at.createAccount('staff');
    const agent = await signInWith(at.visitor(), email);
    const record = await at.deps.db.collection('sessions').findOne({ 'session.accountId': id });
    const sessionId = String(record?._id);
    expect(await readSession(at.deps, sessionId)).to.include({ id });
    await agent.delete(SESSION).expect(204);
    expect(await readSession(at.deps, sessionId)).to.equal(null);
  });

  it('is not brought back by a request that was under way when its session was ended', async () => {
    const { id, email } = await at.createAccount('staff');
    const agent = await signInWith(at.visitor(), email);
    const slow = agent.post(`${OWN}/confirm`).send({ password: TEST_PASSWORD }).then();
    await at.deps.db.collection('sessions').deleteMany({ 'session.accountId': id });
    await slow;
    await agent.get(OWN).expect(401);
  });
});

describe('Strangers’ guesses', () => {
  it('do not shut the owner out in a browser that the account was used in before', async () => {
    const at = await testApp({ env: { TRUST_PROXY: '1' } });
    try {
      const { email } = await at.createAccount('staff');
      const known = at.visitor();
      await signInWith(known, email);
      const from = (n: number) => at.visitor().post(SESSION).set('X-Forwarded-For', `203.0.113.${n}`);
      for (let n = 1; n <= 8; n += 1) await from(n).send({ email, password: 'wrong' });
      expect((await from(9).send({ email, password: TEST_PASSWORD })).status).to.equal(429);
      const { body } = await known.get(SESSION);
      const again = await known
        .post(SESSION)
        .set('x-csrf-token', body.csrfToken)
        .send({ email, password: TEST_PASSWORD });
      expect(again.status).to.equal(200);
    } finally {
      await at.close();
    }
  });

  it('gain no known browser from another account’s', async () => {
    const at = await testApp();
    try {
      const [own, wanted] = [await at.createAccount('staff'), await at.createAccount('staff')];
      const agent = at.visitor();
      await signInWith(agent, own.email);
      const statuses: number[] = [];
      for (let n = 1; n <= 7; n += 1)
        statuses.push(
          (await at.visitor().post(SESSION).send({ email: wanted.email, password: 'wrong' })).status,
        );
      const { body } = await agent.get(SESSION);
      const reply = await agent
        .post(SESSION)
        .set('x-csrf-token', body.csrfToken)
        .send({ email: wanted.email, password: 'wrong' });
      expect([...statuses, reply.status]).to.deep.equal([401, 401, 401, 401, 401, 429, 429, 429]);
    } finally {
      await at.close();
    }
  });
});
