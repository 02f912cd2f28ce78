import { expect } from 'chai';
import type { SignInAs } from '../../support/app.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';
import { authenticator } from './authenticator.ts';

const OWN = '/api/v1/own-account';
const FACTOR = `${OWN}/second-factor`;
const SESSION = '/api/v1/session';
const MINUTE = 60_000;

describe('A second factor', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let now: number;
  before(async () => {
    at = await testApp({ env: { SECOND_FACTOR_ROLES: 'district-leader', DEMO: '1' } });
    now = Date.now();
    at.deps.clock = () => new Date(now);
  });
  after(() => at.close());

  const code = (app: ReturnType<typeof authenticator>) => app.codeAt(new Date(now));
  const halfIn = async (email: string) => {
    const agent = at.visitor();
    const { body } = await agent.post(SESSION).send({ email, password: TEST_PASSWORD }).expect(200);
    return { agent: agent.set('x-csrf-token', body.csrfToken), body };
  };

  /** An account with a second factor, and the minute after it was set up. */
  async function enrolled(as: SignInAs = 'staff') {
    const { id, email } = await at.createAccount(as);
    const { agent } = await halfIn(email);
    const app = await offered(agent);
    const { body } = await agent
      .post(`${FACTOR}/confirm`)
      .send({ code: code(app) })
      .expect(200);
    now += MINUTE;
    return {
      id,
      email,
      app,
      agent: agent.set('x-csrf-token', body.session.csrfToken),
      recoveryCodes: body.recoveryCodes as string[],
    };
  }

  async function offered(agent: Agent) {
    const { body } = await agent.post(FACTOR).expect(200);
    return authenticator(body.secret);
  }

  it('is set up with its first code and brings ten recovery codes', async () => {
    const { agent, recoveryCodes } = await enrolled();
    expect(new Set(recoveryCodes).size).to.equal(10);
    const { body } = await agent.get(OWN).expect(200);
    expect(body.secondFactor).to.include({ recoveryCodesLeft: 10 });
  });

  it('asks for a code after the password, and opens nothing before', async () => {
    const { email, app } = await enrolled();
    const { agent, body } = await halfIn(email);
    expect(body).to.deep.include({ account: null, pending: { needs: 'code' } });
    await agent.get(OWN).expect(401);
    await agent.post(FACTOR).expect(401);
    const reply = await agent
      .post(`${SESSION}/code`)
      .send({ code: code(app) })
      .expect(200);
    expect(reply.body.account).to.include({ email });
    await agent.get(OWN).expect(200);
  });

  it('takes a code with the gap that apps show, and not one of another account', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const { agent } = await halfIn(one.email);
    const wrong = await agent.post(`${SESSION}/code`).send({ code: code(other.app) });
    expect([wrong.status, wrong.body.code]).to.deep.equal([403, 'code-wrong']);
    await agent
      .post(`${SESSION}/code`)
      .send({ code: code(one.app).replace(/^.../, '$& ') })
      .expect(200);
  });

  it('takes each code once, from two at the same time too', async () => {
    const { email, app } = await enrolled();
    const askers = await Promise.all([halfIn(email), halfIn(email), halfIn(email)]);
    const replies = await Promise.all(
      askers.map(({ agent }) => agent.post(`${SESSION}/code`).send({ code: code(app) })),
    );
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 403, 403]);
  });

  it('does not take an earlier code after a later one', async () => {
    const { email, app } = await enrolled();
    const earlier = code(app);
    now += MINUTE / 2;
    await (await halfIn(email)).agent
      .post(`${SESSION}/code`)
      .send({ code: code(app) })
      .expect(200);
    await (await halfIn(email)).agent.post(`${SESSION}/code`).send({ code: earlier }).expect(403);
  });

  it('lets a recovery code in once, from two at the same time too', async () => {
    const { email, recoveryCodes } = await enrolled();
    const typed = recoveryCodes[3]!.toUpperCase().replace('-', ' ');
    const [one, other] = await Promise.all([halfIn(email), halfIn(email)]);
    const replies = await Promise.all(
      [one, other].map(({ agent }) => agent.post(`${SESSION}/code`).send({ code: typed })),
    );
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 403]);
    const winner = replies[0]?.status === 200 ? one : other;
    expect((await winner.agent.get(OWN)).body.secondFactor.recoveryCodesLeft).to.equal(9);
  });

  it('gives new recovery codes in place of all older ones', async () => {
    const { email, agent, recoveryCodes } = await enrolled();
    const { body } = await agent.post(`${FACTOR}/recovery-codes`).expect(200);
    await (await halfIn(email)).agent.post(`${SESSION}/code`).send({ code: recoveryCodes[0] }).expect(403);
    await (await halfIn(email)).agent
      .post(`${SESSION}/code`)
      .send({ code: body.recoveryCodes[0] })
      .expect(200);
  });

  it('lies sealed in the database, its recovery codes as hashes', async () => {
    const { id, app, recoveryCodes } = await enrolled();
    const record = await at.deps.db.collection<{ _id: string }>('accounts').findOne({ _id: id });
    const text = JSON.stringify(record);
    for (const secret of [...recoveryCodes, code(app)]) expect(text).not.to.include(secret);
    expect((record as unknown as { factor: { secret: string } }).factor.secret).to.match(/^known\./);
  });

  it('turns guessing away after five wrong codes in a minute', async () => {
    const { email } = await enrolled();
    const { agent } = await halfIn(email);
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess += 1)
      statuses.push((await agent.post(`${SESSION}/code`).send({ code: `00000${guess}` })).status);
    expect(statuses).to.deep.equal([403, 403, 403, 403, 403, 429, 429]);
  });

  it('must be set up before anything else opens, where the role demands it', async () => {
    const { email } = await at.createAccount('district-leader');
    const { agent, body } = await halfIn(email);
    expect(body).to.deep.include({ account: null, pending: { needs: 'enrol' } });
    await agent.get(OWN).expect(401);
    const app = await offered(agent);
    await agent.post(`${FACTOR}/confirm`).send({ code: 'nothing' }).expect(403);
    await agent.get(OWN).expect(401);
    const { body: done } = await agent
      .post(`${FACTOR}/confirm`)
      .send({ code: code(app) })
      .expect(200);
    expect(done.session.account).to.include({ email });
    const reply = await agent.get(OWN).expect(200);
    expect(reply.body).to.include({ secondFactorRequired: true });
    const removal = await agent.delete(FACTOR).set('x-csrf-token', done.session.csrfToken);
    expect([removal.status, removal.body.code]).to.deep.equal([409, 'factor-required']);
  });

  it('can be taken away by its owner where no role demands it', async () => {
    const { email, agent } = await enrolled();
    await agent.delete(FACTOR).expect(204);
    await signInWith(at.visitor(), email);
  });

  it('is reset by an administrator of the district, which is written down and signs its owner out', async () => {
    const { id, email, agent } = await enrolled({ role: 'staff', districtId: 'north' });
    const stranger = await at.signIn({ role: 'administrator', districtId: 'south' });
    await stranger.delete(`/api/v1/accounts/${id}/second-factor`).expect(404);
    const administrator = await at.signIn({ role: 'administrator', districtId: 'north' });
    await administrator.delete(`/api/v1/accounts/${id}/second-factor`).expect(204);
    await agent.get(OWN).expect(401);
    await signInWith(at.visitor(), email);
    const noted = await at.deps.db.collection('audit').findOne({ action: 'accounts.reset-factor' });
    expect(noted?.on).to.deep.equal({ kind: 'account', id });
  });

  it('is not for demo accounts, which everybody shares', async () => {
    const { id, email } = await at.createAccount('staff');
    await at.deps.db.collection<{ _id: string }>('accounts').updateOne({ _id: id }, { $set: { demo: true } });
    const agent = await signInWith(at.visitor(), email);
    expect((await agent.post(FACTOR)).body.code).to.equal('demo-account');
    expect(
      (await agent.post(`${OWN}/password`).send({ password: 'orange lamps at noon' })).body.code,
    ).to.equal('demo-account');
  });
});
