import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client';
import type { Config } from '../config.ts';
import type { Attempt } from './attempt-store.ts';
import { type Claims, readClaims } from './claims.ts';
import type { SignInProvider } from './provider-config.ts';
import { SignInTrouble } from './sign-in-trouble.ts';
import { troubleOf } from './trouble-of.ts';

/** Seconds to wait for a service. */
const TIMEOUT = 10;
/** Milliseconds after which a service is asked again what it is like. */
const KEPT = 60 * 60_000;

export type ServiceClient = ReturnType<typeof serviceClient>;

/** Talks to one service. What it says of itself is kept for an hour; a question that failed is asked anew. */
export function serviceClient(config: Config, provider: SignInProvider, now: () => number) {
  let known: { at: number; answer: Promise<Configuration> } | undefined;
  const redirectUri = () => new URL(`/api/v1/oidc/${provider.id}/callback`, config.publicUrl).href;

  function discovered(): Promise<Configuration> {
    if (known && now() - known.at < KEPT) return known.answer;
    const answer = ask(provider).catch(() => ask(provider));
    const entry = { at: now(), answer };
    known = entry;
    answer.catch(() => {
      if (known === entry) known = undefined;
    });
    return answer;
  }

  /** Where to send the person. @throws SignInTrouble `unreachable` */
  async function addressFor({ state, nonce, verifier }: Attempt): Promise<string> {
    const service = await discovered().catch((error: unknown) => {
      throw new SignInTrouble('unreachable', troubleOf(error).reason);
    });
    return buildAuthorizationUrl(service, {
      redirect_uri: redirectUri(),
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * Who came back with this query. Checks state, issuer, PKCE, and of the ID token signature, issuer, audience, time
   * and nonce.
   * @throws SignInTrouble
   */
  async function whoCameBack(query: string, { state, nonce, verifier }: Attempt): Promise<Claims> {
    try {
      const service = await discovered();
      const tokens = await authorizationCodeGrant(service, new URL(`${redirectUri()}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = readClaims(tokens.claims());
      if (claims.email !== undefined || service.serverMetadata().userinfo_endpoint === undefined)
        return claims;
      return readClaims(await fetchUserInfo(service, tokens.access_token, claims.subject));
    } catch (error) {
      throw error instanceof SignInTrouble ? error : troubleOf(error);
    }
  }

  return { provider, addressFor, whoCameBack };
}

function ask({ issuer, clientId, clientSecret }: SignInProvider): Promise<Configuration> {
  // Only outside production can an issuer be without https at all (provider-config.ts).
  const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: TIMEOUT,
    execute: [enableNonRepudiationChecks, ...insecure],
  });
}
