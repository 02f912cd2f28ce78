import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { z } from 'zod';

/** A new password: long rather than complicated (NIST SP 800-63B). */
export const NewPassword = z.string().min(12, 'at least 12 characters').max(200);

/** Argon2id, the library's default, with the first choice of OWASP's Password Storage Cheat Sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodysHash: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Does the same work for an account that does not exist, so that the time taken does not tell whether it does. */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString('hex'));
  const fallback = await nobodysHash;
  const right = await verify(passwordHash ?? fallback, password);
  return right && passwordHash !== undefined;
}
