import { randomBytes } from 'node:crypto';

/** 256 bits: nobody guesses one. */
const TOKEN_BYTES = 32;

/** What a one-time link carries. It is shown to nobody but whoever gets the link, and stored as a keyed hash only. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
