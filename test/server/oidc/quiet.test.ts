import { expect } from 'chai';
import { pino } from 'pino';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { CLIENT_SECRET, type Faults, oidcIssuer } from '../../support/oidc-issuer.ts';

const PUBLIC_URL = 'http://trellis.example.org';
const START = '/api/v1/oidc/district/start';

describe('The log of sign-ins with a service', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  const lines: string[] = [];
  before(async () => {
    service = await oidcIssuer();
    at = await testApp({
      collections: [...allCollections],
      env: { PUBLIC_URL, OIDC_PROVIDERS: 'district', ...service.env('DISTRICT') },
    });
    at.deps.log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  });
  after(async () => {
    await at.close();
    await service.close();
  });

  const failures: [what: string, faults: Faults, reason: RegExp][] = [
    ['a wrong nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }, /OAUTH_/],
    ['a foreign key', { foreignKey: true }, /OAUTH_/],
    ['a refusal', { denies: true }, /access_denied/],
    ['an account that is not there', {}, /no-account/],
  ];
  for (const [what, faults, reason] of failures)
    it(`says of ${what} which service and why, and holds no code, state, token, secret or address`, async () => {
      lines.length = 0;
      service.state.faults = faults;
      service.state.person = { sub: 'subject-of-ann', email: 'ann@example.org', email_verified: true };
      const agent = at.visitor();
      const out = new URL((await agent.get(START)).headers.location as string);
      const reply = await fetch(out, { redirect: 'manual' });
      const back = new URL(reply.headers.get('location') ?? '');
      const answer = await agent.get(back.pathname + back.search);
      const written = lines.join('');
      expect(lines).to.have.length(1);
      expect(written).to.include('"service":"district"').and.to.match(reason);
      const secrets = [
        ...['state', 'nonce', 'code_challenge'].map((name) => out.searchParams.get(name)),
        back.searchParams.get('code'),
        CLIENT_SECRET,
        'subject-of-ann',
        'ann@example.org',
        'eyJ',
      ].filter((secret) => secret !== null);
      for (const secret of secrets) {
        expect(written).not.to.include(secret);
        expect(String(answer.headers.location)).not.to.include(secret);
      }
    });
});
