import { expect } from 'chai';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { TEST_PASSWORD, testApp } from '../support/app.ts';
import { oidcIssuer } from '../support/oidc-issuer.ts';

const HTTPS = { 'X-Forwarded-Proto': 'https' };

describe('All cookies behind https', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  before(async () => {
    service = await oidcIssuer();
    at = await testApp({
      collections: [...allCollections],
      env: {
        PUBLIC_URL: 'https://trellis.example.org',
        TRUST_PROXY: '1',
        OIDC_PROVIDERS: 'district',
        ...service.env('DISTRICT', { LABEL: 'Cedar' }),
      },
    });
  });
  after(async () => {
    await at.close();
    await service.close();
  });

  it('belong to this host alone, and neither scripts nor other sites can use them', async () => {
    const { email } = await at.createAccount('staff');
    const agent = at.visitor();
    const replies = [
      await agent.get('/api/v1/oidc/district/start').set(HTTPS).expect(302),
      await agent.post('/api/v1/session').set(HTTPS).send({ email, password: TEST_PASSWORD }).expect(200),
    ];
    const cookies = replies.flatMap((reply) => reply.get('Set-Cookie') ?? []);
    expect(cookies.map((cookie) => cookie.split('=')[0])).to.have.members([
      '__Host-trellis-sign-in',
      '__Host-trellis-device',
      '__Host-trellis',
    ]);
    for (const cookie of cookies) {
      const flags = cookie.split(/; */).slice(1);
      expect(flags).to.include.members(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']);
      expect(cookie).not.to.match(/domain/i);
    }
  });
});
