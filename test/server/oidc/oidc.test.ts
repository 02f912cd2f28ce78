import { expect } from 'chai';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { Response } from 'supertest';
import { accountStore } from '../../../server/accounts/account-store.ts';
import { linkStore } from '../../../server/links/link-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../../support/app.ts';
import { CLIENT_SECRET, type Faults, oidcIssuer, type Person } from '../../support/oidc-issuer.ts';

const START = '/api/v1/oidc/district/start';
const PUBLIC_URL = 'http://trellis.example.org';
const MINUTE = 60_000;

describe('Signing in with a service', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  let people = 0;
  before(async () => {
    service = await oidcIssuer();
    at = await testApp({
      collections: [...allCollections],
      env: {
        PUBLIC_URL,
        OIDC_PROVIDERS: 'district, guests',
        ...service.env('DISTRICT', {
          LABEL: 'your district account',
          ONLY_FOR: 'cedar.example.org',
          TRUSTED_DOMAINS: 'trusted.example.org',
        }),
        ...service.env('GUESTS', { CREATE: 'no-grants' }),
      },
    });
  });
  beforeEach(() => {
    service.state.faults = {};
  });
  after(async () => {
    await at.close();
    await service.close();
  });

  /** An account, and the same person at the service. */
  async function known(domain = 'example.org') {
    people += 1;
    const email = `known-${people}@${domain}`;
    const account = await accountStore(at.deps.db).create({
      email,
      name: `Known ${people}`,
      language: 'en',
      grants: [],
      password: TEST_PASSWORD,
    });
    return { account, person: { sub: `person-${people}`, email, email_verified: true } };
  }

  /** Out to the service and back; the last answer is ours. */
  async function goAndReturn(agent: Agent, person: Person, start = START): Promise<Response> {
    service.state.person = person;
    const out = await agent.get(start);
    return agent.get(pathOf(await comeBack(out)));
  }

  const sessionOf = async (agent: Agent) => (await agent.get('/api/v1/session')).body.account;

  it('leads to the wanted page and opens the account with the confirmed address', async () => {
    const { account, person } = await known();
    const agent = at.visitor();
    const reply = await goAndReturn(
      agent,
      person,
      `${START}?next=${encodeURIComponent('/schools/7?tab=needs')}`,
    );
    expect([reply.status, reply.headers.location]).to.deep.equal([302, '/schools/7?tab=needs']);
    expect(await sessionOf(agent)).to.include({ id: account.id });
  });

  it('asks the service with state, nonce, PKCE and the exact address to come back to', async () => {
    const reply = await at.visitor().get(START);
    const asked = new URL(reply.headers.location as string);
    expect(Object.fromEntries(asked.searchParams)).to.include({
      response_type: 'code',
      client_id: 'trellis',
      redirect_uri: `${PUBLIC_URL}/api/v1/oidc/district/callback`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.searchParams.get(name)).to.match(/^[A-Za-z0-9_-]{43}$/);
    const cookie = String(reply.get('Set-Cookie')?.[0]);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/;', 'Max-Age=600'])
      expect(cookie).to.include(flag);
    expect(reply.headers['referrer-policy']).to.equal('no-referrer');
  });

  it('keeps neither state nor nonce nor verifier readable', async () => {
    const reply = await at.visitor().get(START);
    const asked = new URL(reply.headers.location as string).searchParams;
    const kept = JSON.stringify(await at.deps.db.collection('sign-in-attempts').find().toArray());
    for (const name of ['state', 'nonce']) expect(kept).not.to.include(asked.get(name));
  });

  it('knows the person by the service’s own number from then on, whatever becomes of the address', async () => {
    const { account, person } = await known();
    await goAndReturn(at.visitor(), person);
    await accountStore(at.deps.db).update(account.id, { email: `moved-${account.email}` });
    const agent = at.visitor();
    await goAndReturn(agent, { sub: person.sub, email: 'else@example.org', email_verified: false });
    expect(await sessionOf(agent)).to.include({ id: account.id });
  });

  it('does not open an account to the next owner of its address', async () => {
    const { person } = await known();
    await goAndReturn(at.visitor(), person);
    const agent = at.visitor();
    const reply = await goAndReturn(agent, { ...person, sub: 'the next owner' });
    expect(troubleIn(reply)).to.equal('linked-elsewhere');
    expect(await sessionOf(agent)).to.equal(null);
  });

  it('asks the service for the address where the ID token has none', async () => {
    const { account, person } = await known();
    service.state.faults = { emailInUserinfo: true };
    const agent = at.visitor();
    await goAndReturn(agent, person);
    expect(await sessionOf(agent)).to.include({ id: account.id });
  });

  for (const email_verified of [false, undefined, 'true', 1])
    it(`opens nothing for an address that is not confirmed (${JSON.stringify(email_verified)})`, async () => {
      const { person } = await known();
      const agent = at.visitor();
      expect(troubleIn(await goAndReturn(agent, { ...person, email_verified }))).to.equal('email-unverified');
      expect(await sessionOf(agent)).to.equal(null);
    });

  it('takes the service’s word for addresses of the domains that the configuration names', async () => {
    const { account, person } = await known('trusted.example.org');
    const agent = at.visitor();
    await goAndReturn(agent, { sub: person.sub, email: person.email });
    expect(await sessionOf(agent)).to.include({ id: account.id });
    const elsewhere = await known('not.trusted.example.org');
    const reply = await goAndReturn(at.visitor(), { sub: 'x', email: elsewhere.person.email });
    expect(troubleIn(reply)).to.equal('email-unverified');
  });

  it('makes no account by itself, unless the configuration says so, and never with a role', async () => {
    const stranger = {
      sub: 'stranger',
      email: 'stranger@example.org',
      email_verified: true,
      name: 'A Stranger',
    };
    expect(troubleIn(await goAndReturn(at.visitor(), stranger))).to.equal('no-account');
    expect(await accountStore(at.deps.db).findByEmail(stranger.email)).to.equal(null);
    const agent = at.visitor();
    await goAndReturn(agent, stranger, '/api/v1/oidc/guests/start');
    expect(await sessionOf(agent)).to.deep.include({ name: 'A Stranger', grants: [] });
  });

  it('sends people of a domain to the service that the domain signs in with', async () => {
    const { account, person } = await known('cedar.example.org');
    const guests = '/api/v1/oidc/guests/start';
    expect(troubleIn(await goAndReturn(at.visitor(), person, guests))).to.equal('other-service');
    const newcomer = { sub: 'new', email: 'new@cedar.example.org', email_verified: true };
    expect(troubleIn(await goAndReturn(at.visitor(), newcomer, guests))).to.equal('other-service');
    const agent = at.visitor();
    await goAndReturn(agent, person);
    expect(await sessionOf(agent)).to.include({ id: account.id });
  });

  it('takes no password from people of that domain, nor gives them a link to one', async () => {
    const { account } = await known('cedar.example.org');
    const reply = await at
      .visitor()
      .post('/api/v1/session')
      .send({ email: account.email, password: TEST_PASSWORD });
    expect([reply.status, reply.body.code]).to.deep.equal([403, 'sign-in-elsewhere']);
    expect(reply.body.detail).to.include('cedar.example.org sign in with your district account');
    const administrator = await at.signIn('administrator');
    const { body } = await administrator.post(`/api/v1/accounts/${account.id}/reset-link`).expect(200);
    expect(body).to.deep.equal({
      mailed: false,
      link: `${PUBLIC_URL}/sign-in`,
      service: 'your district account',
    });
    const { token } = await linkStore(at.deps).issue('reset', account);
    await at
      .visitor()
      .post('/api/v1/links/look')
      .send({ link: `reset.${token}` })
      .expect(410);
  });

  it('opens no account that is switched off', async () => {
    const { account, person } = await known();
    await goAndReturn(at.visitor(), person);
    await accountStore(at.deps.db).update(account.id, { active: false });
    expect(troubleIn(await goAndReturn(at.visitor(), person))).to.equal('closed');
  });

  const bent: [what: string, faults: Faults][] = [
    ['another nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) }],
    ['no nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['another audience', { claims: (claims) => ({ ...claims, aud: 'somebody-else' }) }],
    ['another issuer', { claims: (claims) => ({ ...claims, iss: 'https://elsewhere.example.org' }) }],
    [
      'an expiry that is past',
      { claims: (claims) => ({ ...claims, iat: claims.iat! - 900, exp: claims.iat! - 600 }) },
    ],
    ['no subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['a signature of another key', { foreignKey: true }],
    ['no signature', { sign: (claims) => new UnsecuredJWT(claims).encode() }],
    [
      'a signature by our own secret in place of the service’s key',
      {
        sign: (claims) =>
          new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(CLIENT_SECRET)),
      },
    ],
    [
      'its key in its own head',
      {
        sign: async (claims) => {
          const { publicKey, privateKey } = await generateKeyPair('RS256');
          const jwk = await exportJWK(publicKey);
          return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', jwk }).sign(privateKey);
        },
      },
    ],
  ];
  for (const [what, faults] of bent)
    it(`refuses an ID token with ${what}`, async () => {
      const { person } = await known();
      service.state.faults = faults;
      const agent = at.visitor();
      expect(troubleIn(await goAndReturn(agent, person))).to.equal('not-confirmed');
      expect(await sessionOf(agent)).to.equal(null);
    });

  it('sends its secret nowhere else, wherever the service sends it on to', async () => {
    const { person } = await known();
    service.state.faults = { tokensElsewhere: true };
    const agent = at.visitor();
    await goAndReturn(agent, person);
    expect(await sessionOf(agent)).to.equal(null);
    expect(service.state.asked).to.include('POST /token').and.not.to.include('POST /elsewhere');
  });

  it('refuses a code a second time, and a way back a second time', async () => {
    const { person } = await known();
    service.state.person = person;
    const agent = at.visitor();
    const back = pathOf(await comeBack(await agent.get(START)));
    await agent.get(back);
    await agent
      .delete('/api/v1/session')
      .set('x-csrf-token', (await agent.get('/api/v1/session')).body.csrfToken);
    expect(troubleIn(await agent.get(back))).to.equal('out-of-date');
    const next = new URL(pathOf(await comeBack(await agent.get(START))), PUBLIC_URL);
    next.searchParams.set('code', new URL(back, PUBLIC_URL).searchParams.get('code')!);
    expect(troubleIn(await agent.get(next.pathname + next.search))).to.equal('not-confirmed');
    expect(await sessionOf(agent)).to.equal(null);
  });

  it('refuses a code that another browser was given', async () => {
    const victim = at.visitor();
    const { person } = await known();
    service.state.person = person;
    const planted = pathOf(await comeBack(await at.visitor().get(START)));
    expect(troubleIn(await victim.get(planted))).to.equal('out-of-date');
    await victim.get(START);
    expect(troubleIn(await victim.get(planted)), 'also in the midst of a sign-in').to.equal('out-of-date');
    expect(await sessionOf(victim)).to.equal(null);
  });

  it('refuses another state, several, or none', async () => {
    const { person } = await known();
    service.state.person = person;
    for (const change of [
      (back: URL) => back.searchParams.set('state', 'another'),
      (back: URL) => back.searchParams.append('state', 'another'),
      (back: URL) => back.searchParams.delete('state'),
    ]) {
      const agent = at.visitor();
      const back = new URL(pathOf(await comeBack(await agent.get(START))), PUBLIC_URL);
      change(back);
      expect(troubleIn(await agent.get(back.pathname + back.search))).to.equal('out-of-date');
    }
  });

  it('refuses what began with one service and comes back to another', async () => {
    const { person } = await known();
    service.state.person = person;
    const agent = at.visitor();
    const back = pathOf(await comeBack(await agent.get(START))).replace('/district/', '/guests/');
    expect(troubleIn(await agent.get(back))).to.equal('out-of-date');
  });

  it('refuses an answer that names another issuer', async () => {
    const { person } = await known();
    service.state.person = person;
    const agent = at.visitor();
    const back = new URL(pathOf(await comeBack(await agent.get(START))), PUBLIC_URL);
    back.searchParams.set('iss', 'https://elsewhere.example.org');
    expect(troubleIn(await agent.get(back.pathname + back.search))).to.equal('not-confirmed');
  });

  it('refuses whoever comes back after more than ten minutes', async () => {
    const { person } = await known();
    service.state.person = person;
    const agent = at.visitor();
    const back = pathOf(await comeBack(await agent.get(START)));
    const { clock } = at.deps;
    at.deps.clock = () => new Date(Date.now() + 11 * MINUTE);
    try {
      expect(troubleIn(await agent.get(back))).to.equal('out-of-date');
    } finally {
      at.deps.clock = clock;
    }
  });

  it('says it in plain words when the person said no at the service', async () => {
    service.state.faults = { denies: true };
    const reply = await goAndReturn(at.visitor(), { sub: 'x' });
    expect(reply.headers.location).to.equal('/sign-in?trouble=cancelled&service=district&next=%2Fschools');
  });

  for (const next of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/.//elsewhere.example/',
    'javascript:alert(1)',
    '/sign-in?next=//elsewhere.example',
  ])
    it(`leads nowhere else: ${next}`, async () => {
      const { person } = await known();
      const reply = await goAndReturn(at.visitor(), person, `${START}?next=${encodeURIComponent(next)}`);
      expect(reply.headers.location).to.equal('/schools');
    });

  it('answers 404 for a service that is not configured', () =>
    at.visitor().get('/api/v1/oidc/nobody/start').expect(404));

  it('can be unlinked by the person, and only by them', async () => {
    const { account, person } = await known();
    await goAndReturn(at.visitor(), person);
    const agent = await signInWith(at.visitor(), account.email);
    const { body } = await agent.get('/api/v1/own-account/identities').expect(200);
    expect(body.items).to.have.length(1);
    expect(body.items[0]).to.include({ service: 'your district account' });
    expect(JSON.stringify(body)).not.to.include(person.sub);
    const path = `/api/v1/own-account/identities/${body.items[0].id}`;
    await (await at.signIn('staff')).delete(path).expect(404);
    await agent.delete(path).expect(204);
    expect((await agent.get('/api/v1/own-account/identities')).body.total).to.equal(0);
  });

  it('tells the sign-in page which services there are, and no secret', async () => {
    const { body } = await at.visitor().get('/api/v1/sign-in-ways').expect(200);
    expect(body).to.deep.equal({
      services: [
        { id: 'district', label: 'your district account' },
        { id: 'guests', label: 'guests' },
      ],
      resetByMail: false,
    });
  });
});

describe('A service that is not there', () => {
  let service: Awaited<ReturnType<typeof oidcIssuer>>;
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    service = await oidcIssuer();
    at = await testApp({
      collections: [...allCollections],
      env: { PUBLIC_URL, OIDC_PROVIDERS: 'district', ...service.env('DISTRICT') },
    });
  });
  after(() => at.close());

  it('is asked once more, is remembered when it answers, and is missed in plain words when it is gone', async () => {
    const discoveries = () => service.state.asked.filter((line) => line.includes('well-known')).length;
    service.state.faults = { discoveryFails: 2 };
    expect(troubleIn(await at.visitor().get(START))).to.equal('unreachable');
    expect(discoveries()).to.equal(2);
    service.state.faults = { discoveryFails: 1 };
    const reply = await at.visitor().get(START);
    expect(reply.headers.location).to.match(new RegExp(`^${service.issuer}/authorize`));
    await at.visitor().get(START);
    expect(discoveries(), 'what was learnt is kept').to.equal(4);
    const agent = at.visitor();
    const back = pathOf(await comeBack(await agent.get(START)));
    await service.close();
    expect(troubleIn(await agent.get(back))).to.equal('unreachable');
  });
});

/** Follows our redirect to the service; gives the address that the service sends the browser to. */
async function comeBack(out: Response): Promise<URL> {
  const reply = await fetch(out.headers.location as string, { redirect: 'manual' });
  return new URL(reply.headers.get('location') ?? '');
}

function pathOf({ pathname, search }: URL): string {
  return pathname + search;
}

function troubleIn({ headers }: Response): string | null {
  const { pathname, searchParams } = new URL(headers.location as string, PUBLIC_URL);
  expect(pathname).to.equal('/sign-in');
  return searchParams.get('trouble');
}
