import { expect } from 'chai';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import { TEST_PASSWORD, testApp } from '../../support/app.ts';

const SESSION = '/api/v1/session';
type App = Awaited<ReturnType<typeof testApp>>;

describe('Too many attempts to sign in', () => {
  let at: App;
  beforeEach(async () => {
    at = await testApp({ env: { TRUST_PROXY: '1' } });
  });
  afterEach(() => at.close());

  it('close an account for a minute after 5 failures, from whatever address', async () => {
    const { email } = await at.createAccount('staff');
    for (let n = 1; n <= 5; n += 1) expect((await attempt(at, email, 'wrong', n)).status).to.equal(401);
    const reply = await attempt(at, email, TEST_PASSWORD, 6);
    expect([reply.status, reply.body.code]).to.deep.equal([429, 'too-many-attempts']);
    expect(reply.headers).to.have.property('retry-after');
  });

  it('close an address that does not exist in the same way', async () => {
    for (let n = 1; n <= 5; n += 1) await attempt(at, 'nobody@example.org', 'wrong', n);
    expect((await attempt(at, 'NOBODY@example.org', 'wrong', 6)).status).to.equal(429);
  });

  it('close a computer that tries many accounts', async () => {
    const statuses: number[] = [];
    for (let n = 1; n <= 21; n += 1) {
      statuses.push((await attempt(at, `person-${n}@example.net`, 'wrong', 1)).status);
    }
    expect(statuses.filter((status) => status === 401)).to.have.length(20);
    expect(statuses.at(-1)).to.equal(429);
    expect((await attempt(at, 'other@example.net', 'wrong', 2)).status).to.equal(401);
  });

  it('gain nothing when they come all at once', async () => {
    const { email } = await at.createAccount('staff');
    const replies = await Promise.all(
      Array.from({ length: 15 }, (_, n) => attempt(at, email, `guess ${n}`, n)),
    );
    expect(replies.filter(({ status }) => status === 401)).to.have.length(5);
  });

  it('are forgotten for an account when its password was right', async () => {
    const { email } = await at.createAccount('staff');
    for (let round = 1; round <= 3; round += 1) {
      for (let n = 1; n <= 4; n += 1) await attempt(at, email, 'wrong', round);
      expect((await attempt(at, email, TEST_PASSWORD, round)).status).to.equal(200);
    }
  });

  it('do not count a right password against the address', async () => {
    const { email } = await at.createAccount('staff');
    for (let n = 1; n <= 25; n += 1) {
      expect((await attempt(at, email, TEST_PASSWORD, 1)).status).to.equal(200);
    }
  });

  it('are counted over all API processes', async () => {
    const { email } = await at.createAccount('staff');
    const other = createApp(at.deps);
    for (let n = 1; n <= 3; n += 1) await attempt(at, email, 'wrong', n);
    const statuses: number[] = [];
    for (let n = 4; n <= 6; n += 1) {
      statuses.push((await request(other).post(SESSION).send({ email, password: 'wrong' })).status);
    }
    expect(statuses).to.deep.equal([401, 401, 429]);
  });

  it('keep no e-mail address in redis', async () => {
    await attempt(at, 'private@example.org', 'wrong', 1);
    const keys = await at.deps.redis.keys(`${at.deps.config.redis.prefix}:sign-in:*`);
    expect(keys).to.have.length(5);
    expect(keys.join()).not.to.include('private');
    for (const key of keys) expect(await at.deps.redis.pttl(key)).to.be.within(1, 3_600_000);
  });
});

describe('While redis is away', () => {
  it('signing in works, quickly, and attempts are still limited', async () => {
    const at = await testApp({ env: { REDIS_URL: 'redis://127.0.0.1:1', TRUST_PROXY: '1' } });
    try {
      const { email } = await at.createAccount('staff');
      const start = Date.now();
      expect((await attempt(at, email, TEST_PASSWORD, 1)).status).to.equal(200);
      expect(Date.now() - start).to.be.below(2_000);
      for (let n = 1; n <= 5; n += 1) expect((await attempt(at, email, 'wrong', n)).status).to.equal(401);
      expect((await attempt(at, email, TEST_PASSWORD, 6)).status).to.equal(429);
    } finally {
      await at.close();
    }
  });
});

/** Each `from` is a computer of its own, as a proxy would tell. */
function attempt({ visitor }: App, email: string, password: string, from: number) {
  return visitor().post(SESSION).set('X-Forwarded-For', `203.0.113.${from}`).send({ email, password });
}
