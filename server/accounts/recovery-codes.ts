import { randomInt } from 'node:crypto';
import type { Sealing } from '../sealing/sealing.ts';

const COUNT = 10;
const LENGTH = 10;
/** Without letters and digits that are taken for one another: 30^10 is 49 bits. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/** Each signs in once in place of the second factor, as in "k7m2p-x94tq". */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () => {
    const letters = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]);
    return `${letters.slice(0, LENGTH / 2).join('')}-${letters.slice(LENGTH / 2).join('')}`;
  });
}

/** Whatever case and gaps it was typed with. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[\s-]/g, '');
}

/**
 * Kept only as keyed hashes: from the database alone, without the ring, nobody can try the codes out. The account
 * belongs to the hash, so that one account's code is worth nothing at another.
 */
export function recoveryHashes(sealing: Sealing, accountId: string, code: string): string[] {
  return sealing.keyedHashes(`${accountId} ${plainCode(code)}`, 'recovery code');
}
