import { createHash } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { sharedCounter } from '../http/shared-counter.ts';

const MINUTE = 60_000;

interface Tier {
  windowMs: number;
  most: number;
}

/** Each pause is longer than the one before, and the longest is an hour: nobody is ever locked out for good. */
const PER_ACCOUNT: readonly Tier[] = [
  { windowMs: MINUTE, most: 5 },
  { windowMs: 15 * MINUTE, most: 15 },
  { windowMs: 60 * MINUTE, most: 30 },
];
/** A whole school may sign in from one address, so more mistakes are allowed there than for one account. */
const PER_ADDRESS: readonly Tier[] = [
  { windowMs: MINUTE, most: 20 },
  { windowMs: 60 * MINUTE, most: 300 },
];

type LimitDeps = Pick<Deps, 'config' | 'redis' | 'log'>;

/** Counts attempts by a key, across all API processes. */
export interface AttemptLimit {
  /** Counts first and checks later, so that many attempts at once gain nothing. @throws AppError 429 */
  count(key: string): Promise<void>;
  /** Takes the attempt back. */
  forgive(key: string): Promise<void>;
  /** Starts the key anew. */
  forget(key: string): Promise<void>;
}

/** For what one account tries: passwords, codes. */
export function attemptLimit(deps: LimitDeps, what: string, tiers = PER_ACCOUNT): AttemptLimit {
  const counters = tiers.map(({ windowMs, most }) => ({
    windowMs,
    most,
    counter: sharedCounter({
      ...deps,
      prefix: `${deps.config.redis.prefix}:${what}:${windowMs / MINUTE}:`,
      windowMs,
    }),
  }));
  return {
    /** An attempt that a short pause turns away does not bring the longer ones nearer. */
    async count(key) {
      for (const { counter, windowMs, most } of counters)
        if ((await counter.increment(keyed(key))) > most) throw tooMany(windowMs);
    },
    forgive: async (key) =>
      void (await Promise.all(counters.map(({ counter }) => counter.decrement(keyed(key))))),
    forget: async (key) => void (await Promise.all(counters.map(({ counter }) => counter.reset(keyed(key))))),
  };
}

/** Who tries to sign in: from where, as whom, and in which browser if it is known to the account. */
export interface Attempt {
  address: string;
  email: string;
  device: string | undefined;
}

/**
 * Attempts to sign in. Those in a browser that the account was used in before are counted by that browser alone, so
 * that strangers' guesses, and the neighbours', do not shut its owner out.
 */
export function signInLimit(deps: LimitDeps) {
  const byAddress = attemptLimit(deps, 'sign-in:address', PER_ADDRESS);
  const byAccount = attemptLimit(deps, 'sign-in:account');
  const byDevice = attemptLimit(deps, 'sign-in:device');
  return {
    async count({ address, email, device }: Attempt): Promise<void> {
      if (device !== undefined) return byDevice.count(device);
      await byAddress.count(ipKeyGenerator(address));
      await byAccount.count(email);
    },
    /** A right password was no failure: takes the attempt back and starts the account anew. */
    async forgive({ address, email, device }: Attempt): Promise<void> {
      if (device !== undefined) return byDevice.forget(device);
      await Promise.all([byAddress.forgive(ipKeyGenerator(address)), byAccount.forget(email)]);
    },
  };
}

/** Redis is given no e-mail addresses. */
function keyed(key: string): string {
  return createHash('sha256').update(key.toLowerCase()).digest('base64url');
}

function tooMany(windowMs: number): AppError {
  const minutes = windowMs / MINUTE;
  const wait = minutes === 1 ? 'a minute' : `up to ${minutes} minutes`;
  return new AppError(
    429,
    'too-many-attempts',
    `That were too many attempts. Please wait ${wait} and try again.`,
  );
}
