import { expect } from 'chai';
import { z } from 'zod';
import { route } from '../../../server/http/route.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';

const CHANGE = '/api/v1/change';

describe('Requests from other sites', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let email: string;
  let agent: Agent;
  before(async () => {
    at = await testApp({
      env: { PUBLIC_URL: 'http://trellis.example.org' },
      routes: [
        route({
          method: 'post',
          path: '/change',
          action: 'settings.read',
          returns: z.unknown(),
          handle: () => ({ changed: true }),
        }),
      ],
    });
    email = (await at.createAccount('staff')).email;
    agent = await signInWith(at.visitor(), email);
  });
  after(() => at.close());

  it('change nothing without the token of the session', async () => {
    for (const token of ['', 'wrong', '0'.repeat(64)]) {
      const reply = await agent.post(CHANGE).set('x-csrf-token', token);
      expect([reply.status, reply.body.code]).to.deep.equal([403, 'csrf']);
    }
    await agent.post(CHANGE).expect(200);
  });

  it('change nothing with the token of another session', async () => {
    const other = await signInWith(at.visitor(), email);
    const { csrfToken } = (await other.get('/api/v1/session')).body;
    await agent.post(CHANGE).set('x-csrf-token', csrfToken).expect(403);
  });

  it('do not sign anybody out', async () => {
    await agent.delete('/api/v1/session').set('x-csrf-token', '').expect(403);
    expect((await agent.get('/api/v1/session')).body.account).to.include({ email });
  });

  for (const [header, value] of [
    ['Sec-Fetch-Site', 'cross-site'],
    ['Sec-Fetch-Site', 'same-site'],
    ['Origin', 'https://elsewhere.example'],
    ['Origin', 'null'],
    ['Origin', 'https://trellis.example.org.elsewhere.example'],
  ] as const) {
    it(`are refused by ${header}: ${value}, token or not, signed in or not`, async () => {
      await agent.post(CHANGE).set(header, value).expect(403);
      await at.visitor().post(CHANGE).set(header, value).expect(403);
      const signIn = await at
        .visitor()
        .post('/api/v1/session')
        .set(header, value)
        .send({ email, password: TEST_PASSWORD });
      expect([signIn.status, signIn.body.code]).to.deep.equal([403, 'csrf']);
    });
  }

  it('may still read what is open to all', () =>
    at.visitor().get('/api/v1/session').set('Sec-Fetch-Site', 'cross-site').expect(200));

  for (const [header, value] of [
    ['Sec-Fetch-Site', 'same-origin'],
    ['Sec-Fetch-Site', 'none'],
    ['Origin', 'http://trellis.example.org'],
  ] as const) {
    it(`are told from our own by ${header}: ${value}`, () =>
      agent.post(CHANGE).set(header, value).expect(200));
  }

  it('are told from our own by the host that was asked', () =>
    agent.post(CHANGE).set('Origin', at.url).expect(200));

  it('ask no token of the public, who has no session', () => at.visitor().post(CHANGE).expect(200));
});
