import { expect } from 'chai';
import request from 'supertest';
import { z } from 'zod';
import { createApp } from '../../../server/app.ts';
import { route } from '../../../server/http/route.ts';
import { type Agent, testApp } from '../../support/app.ts';

const LIMITS = {
  TRUST_PROXY: '1',
  REQUESTS_PER_MINUTE_ADDRESS: '6',
  REQUESTS_PER_MINUTE_ACCOUNT: '5',
  JOBS_PER_MINUTE_ACCOUNT: '2',
};

describe('How often one may ask', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let from = 0;
  beforeEach(async () => {
    at = await testApp({
      env: LIMITS,
      routes: [
        route({
          method: 'get',
          path: '/open',
          action: 'settings.read',
          returns: z.unknown(),
          handle: () => ({}),
        }),
        route({
          method: 'post',
          path: '/work',
          action: 'gaps.run',
          startsWork: true,
          returns: z.unknown(),
          handle: () => ({}),
        }),
      ],
    });
  });
  afterEach(() => at.close());

  const anotherAddress = () => {
    from += 1;
    return `198.51.100.${from}`;
  };
  /** Each time from a computer of its own, unless one is named. */
  const ask = (agent: Agent, method: 'get' | 'post', path: string, address = anotherAddress()) =>
    agent[method](`/api/v1${path}`).set('X-Forwarded-For', address);

  it('is limited for an address, over all API processes, with a problem as the answer', async () => {
    const other = request(createApp(at.deps));
    for (let n = 1; n <= 6; n += 1) await ask(at.visitor(), 'get', '/open', '192.0.2.7').expect(200);
    const reply = await other.get('/api/v1/config').set('X-Forwarded-For', '192.0.2.7').expect(429);
    expect(reply.type).to.equal('application/problem+json');
    expect(reply.body.code).to.equal('too-many-requests');
    expect(reply.headers).to.have.property('retry-after');
    await ask(at.visitor(), 'get', '/open', '192.0.2.8').expect(200);
  });

  it('is limited for an account, from however many addresses', async () => {
    const agent = await at.signIn('staff');
    for (let n = 1; n <= 5; n += 1) await ask(agent, 'get', '/open').expect(200);
    await ask(agent, 'get', '/open').expect(429);
    await ask(await at.signIn('staff'), 'get', '/open').expect(200);
  });

  it('is limited more for long work', async () => {
    const agent = await at.signIn('staff');
    for (let n = 1; n <= 2; n += 1) await ask(agent, 'post', '/work').expect(200);
    await ask(agent, 'post', '/work').expect(429);
    await ask(agent, 'get', '/open').expect(200);
  });
});
