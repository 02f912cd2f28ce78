import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const CLIENT_ID = 'trellis';
export const CLIENT_SECRET = 'hush-hush of the tests’ own';

/** What the issuer says of the person who is at its sign-in page. */
export type Person = { sub: string; email?: string; email_verified?: unknown; name?: string };

interface Ticket {
  nonce: string;
  challenge: string;
  redirectUri: string;
  person: Person;
}

/** What goes wrong on purpose. */
export interface Faults {
  /** Changes the ID token's claims before it is signed. */
  claims?: (claims: JWTPayload) => JWTPayload;
  /** Signs with a key that nobody knows. */
  foreignKey?: boolean;
  /** Makes the ID token in another way. */
  sign?: (claims: JWTPayload) => string | Promise<string>;
  /** Sends who asks for tokens on to another address. */
  tokensElsewhere?: boolean;
  /** Leaves the e-mail address to the userinfo endpoint. */
  emailInUserinfo?: boolean;
  /** Answers discovery so often with 503 first. */
  discoveryFails?: number;
  /** The person says no. */
  denies?: boolean;
}

/**
 * An OpenID Connect issuer over HTTP, for tests: discovery, authorization codes with PKCE and nonce, each once, client
 * authentication, RS256 with a JWKS, userinfo. Whoever comes is `person`, without being asked.
 */
export async function oidcIssuer() {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const strangers = await generateKeyPair('RS256');
  const publicKey = { ...(await exportJWK(keys.publicKey)), kid: 'k1', use: 'sig', alg: 'RS256' };
  const codes = new Map<string, Ticket>();
  const tokens = new Map<string, Person>();
  const state: { person: Person; faults: Faults; asked: string[] } = {
    person: { sub: 'nobody' },
    faults: {},
    asked: [],
  };
  let issuer = '';

  const discovery = (_req: Request, res: Response) => {
    const left = state.faults.discoveryFails ?? 0;
    if (left > 0) {
      state.faults.discoveryFails = left - 1;
      return void res.status(503).end();
    }
    res.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
      authorization_response_iss_parameter_supported: true,
    });
  };

  const authorize = ({ query }: Request, res: Response) => {
    const {
      redirect_uri,
      nonce,
      state: given,
      code_challenge,
      code_challenge_method,
      client_id,
    } = query as Record<string, string>;
    if (client_id !== CLIENT_ID || code_challenge_method !== 'S256' || !redirect_uri)
      return void res.status(400).send('not a request of Trellis');
    const back = new URL(redirect_uri);
    back.searchParams.set('state', given ?? '');
    back.searchParams.set('iss', issuer);
    if (state.faults.denies) {
      back.searchParams.set('error', 'access_denied');
      return res.redirect(back.href);
    }
    const code = randomUUID();
    codes.set(code, {
      nonce: nonce ?? '',
      challenge: code_challenge ?? '',
      redirectUri: redirect_uri,
      person: state.person,
    });
    back.searchParams.set('code', code);
    res.redirect(back.href);
  };

  const token = async (req: Request, res: Response) => {
    if (state.faults.tokensElsewhere) return res.redirect(307, `${issuer}/elsewhere`);
    const { code, code_verifier, redirect_uri, grant_type } = req.body as Record<string, string>;
    const ticket = codes.get(code ?? '');
    codes.delete(code ?? '');
    const challenge = createHash('sha256')
      .update(code_verifier ?? '')
      .digest('base64url');
    if (!isOurClient(req)) return void res.status(401).json({ error: 'invalid_client' });
    if (
      grant_type !== 'authorization_code' ||
      ticket?.challenge !== challenge ||
      ticket.redirectUri !== redirect_uri
    )
      return void res.status(400).json({ error: 'invalid_grant' });
    const accessToken = randomUUID();
    tokens.set(accessToken, ticket.person);
    res.json({
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: 60,
      id_token: await idToken(ticket),
    });
  };

  async function idToken({ person, nonce }: Ticket): Promise<string> {
    const { sub, ...about } = person;
    const now = Math.floor(Date.now() / 1000);
    const claims: JWTPayload = {
      iss: issuer,
      aud: CLIENT_ID,
      sub,
      nonce,
      iat: now,
      exp: now + 60,
      ...(state.faults.emailInUserinfo ? {} : about),
    };
    if (state.faults.sign) return state.faults.sign(claims);
    return new SignJWT(state.faults.claims?.(claims) ?? claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .sign(state.faults.foreignKey ? strangers.privateKey : keys.privateKey);
  }

  const userinfo = (req: Request, res: Response) => {
    const person = tokens.get((req.get('authorization') ?? '').replace('Bearer ', ''));
    if (person) res.json(person);
    else res.status(401).end();
  };

  const app = express();
  app.use((req, _res, next) => {
    state.asked.push(`${req.method} ${req.path}`);
    next();
  });
  app.get('/.well-known/openid-configuration', discovery);
  app.get('/authorize', authorize);
  app.post('/token', express.urlencoded({ extended: false }), token);
  app.get('/jwks', (_req, res) => void res.json({ keys: [publicKey] }));
  app.get('/userinfo', userinfo);
  const server = createServer(app as (req: IncomingMessage, res: ServerResponse) => void);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    state,
    /** What Trellis is configured with to use this issuer under a name. */
    env: (name: string, more: Record<string, string> = {}) => ({
      [`OIDC_${name}_ISSUER`]: issuer,
      [`OIDC_${name}_CLIENT_ID`]: CLIENT_ID,
      [`OIDC_${name}_CLIENT_SECRET`]: CLIENT_SECRET,
      ...Object.fromEntries(Object.entries(more).map(([key, value]) => [`OIDC_${name}_${key}`, value])),
    }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** By Basic or by the form, each part form-encoded first (RFC 6749, 2.3.1). */
function isOurClient(req: Request): boolean {
  const { client_id, client_secret } = req.body as Record<string, string>;
  if (client_secret !== undefined) return client_id === CLIENT_ID && client_secret === CLIENT_SECRET;
  const [id, secret] = Buffer.from((req.get('authorization') ?? '').replace('Basic ', ''), 'base64')
    .toString()
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return id === CLIENT_ID && secret === CLIENT_SECRET;
}
