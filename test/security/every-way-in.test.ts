import { expect } from 'chai';
import { linkStore } from '../../server/links/link-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { authenticator } from '../server/accounts/authenticator.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../support/app.ts';
import { oidcIssuer } from '../support/oidc-issuer.ts';

const SESSION = '/api/v1/session';

describe('Every way in', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  before(async () => {
    service = await oidcIssuer();
    at = await testApp({
      collections: [...allCollections],
      env: {
        PUBLIC_URL: 'http://trellis.example.org',
        OIDC_PROVIDERS: 'district',
        ...service.env('DISTRICT', { LABEL: 'Cedar' }),
      },
    });
  });
  after(async () => {
    await at.close();
    await service.close();
  });

  /** An account with a second factor. */
  async function enrolled() {
    const account = await at.createAccount('staff');
    const agent = await signInWith(at.visitor(), account.email);
    const { body } = await agent.post('/api/v1/own-account/second-factor').expect(200);
    const code = authenticator(body.secret).codeAt(at.deps.clock());
    await agent.post('/api/v1/own-account/second-factor/confirm').send({ code }).expect(200);
    return account;
  }

  const ways: [string, (agent: Agent, account: Awaited<ReturnType<typeof enrolled>>) => Promise<unknown>][] =
    [
      [
        'by password',
        (agent, { email }) => agent.post(SESSION).send({ email, password: TEST_PASSWORD }).expect(200),
      ],
      [
        'by a link to a new password',
        async (agent, account) => {
          const { token } = await linkStore(at.deps).issue('reset', account);
          const password = 'forty lanterns over the quiet pond';
          await agent
            .post('/api/v1/links/set-password')
            .send({ link: `reset.${token}`, password })
            .expect(200);
        },
      ],
      [
        'by a sign-in service',
        async (agent, { email }) => {
          service.state.person = { sub: 'somebody', email, email_verified: true };
          const out = await agent.get('/api/v1/oidc/district/start').expect(302);
          const { headers } = await fetch(out.headers.location ?? '', { redirect: 'manual' });
          const { pathname, search } = new URL(headers.get('location') ?? '');
          await agent.get(pathname + search).expect(302);
        },
      ],
    ];
  for (const [way, enter] of ways) {
    it(`asks for the second factor of whoever has one: ${way}`, async () => {
      const account = await enrolled();
      const agent = at.visitor();
      await enter(agent, account);
      const { body } = await agent.get(SESSION).expect(200);
      expect(body).to.deep.include({ account: null, pending: { needs: 'code' } });
      await agent.get('/api/v1/own-account').expect(401);
    });
  }
});
