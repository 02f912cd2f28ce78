import { randomBytes } from 'node:crypto';

/** 96 bits, drawn at random: NIST SP 800-38D, 8.2.2; safe for 2^32 values under one key. */
export const NONCE_BYTES = 12;
/** Nonces drawn at once: each asking of the system costs more than a nonce, and a nonce is no secret. */
const AT_ONCE = 512;

let drawn = Buffer.alloc(0);
let used = 0;

/** A nonce that nobody was given before; to be copied, not kept. */
export function drawNonce(): Buffer {
  if (used === drawn.length) {
    drawn = randomBytes(NONCE_BYTES * AT_ONCE);
    used = 0;
  }
  used += NONCE_BYTES;
  return drawn.subarray(used - NONCE_BYTES, used);
}
