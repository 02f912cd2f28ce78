/** Why a sign-in with a service came to nothing; the sign-in page has the words (web/text). */
export const SIGN_IN_TROUBLES = [
  /** The person said no at the service. */
  'cancelled',
  /** Begun too long ago, in another browser, or used before. */
  'out-of-date',
  /** The service cannot be reached. */
  'unreachable',
  /** What the service sent does not prove who this is. */
  'not-confirmed',
  /** The service does not say that the e-mail address is this person's. */
  'email-unverified',
  'no-account',
  /** People of this address's domain sign in with another service. */
  'other-service',
  /** The account is another person's of this service. */
  'linked-elsewhere',
  /** The account is switched off. */
  'closed',
] as const;
export type SignInTroubleCode = (typeof SIGN_IN_TROUBLES)[number];

export class SignInTrouble extends Error {
  readonly code: SignInTroubleCode;
  /** A code of the library's or the service's, for the log; never a token, never words of the service. */
  readonly reason: string | undefined;

  constructor(code: SignInTroubleCode, reason?: string) {
    super(code);
    this.name = 'SignInTrouble';
    this.code = code;
    this.reason = reason;
  }
}
