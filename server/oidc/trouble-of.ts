import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { SignInTrouble } from './sign-in-trouble.ts';

/** Codes of the library that mean that the service did not answer, or not as one. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/** What went wrong, without the texts: those may hold tokens or names. */
export function troubleOf(error: unknown): SignInTrouble {
  if (error instanceof AuthorizationResponseError)
    return new SignInTrouble(error.error === 'access_denied' ? 'cancelled' : 'not-confirmed', error.error);
  // A code that was used, made up or made for another: the service says invalid_grant.
  if (error instanceof ResponseBodyError) return new SignInTrouble('not-confirmed', error.error);
  if (error instanceof ClientError)
    return new SignInTrouble(UNREACHABLE.has(error.code ?? '') ? 'unreachable' : 'not-confirmed', error.code);
  // fetch says "TypeError: fetch failed" for a service that is not there.
  return new SignInTrouble('unreachable', error instanceof Error ? error.name : undefined);
}
