import { createHash } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../deps.ts';
import { AppError } from './app-error.ts';
import { sharedCounter } from './shared-counter.ts';

const MINUTE = 60_000;
const FAILURES_PER_ACCOUNT = 5;
/** A whole school may sign in from one address, so more mistakes are allowed there than for one account. */
const FAILURES_PER_ADDRESS = 20;

/** Counts attempts to sign in by address and by account, across all API processes. */
export interface SignInLimit {
  /** Counts first and checks the password later, so that many attempts at once gain nothing. */
  count(address: string, email: string): Promise<void>;
  /** A right password was no failure: takes the attempt back and starts the account anew. */
  forgive(address: string, email: string): Promise<void>;
}

export function signInLimit({ config, redis, log }: Pick<Deps, 'config' | 'redis' | 'log'>): SignInLimit {
  const counter = (by: string) =>
    sharedCounter({ redis, log, prefix: `${config.redis.prefix}:sign-in:${by}:`, windowMs: MINUTE });
  const byAddress = counter('address');
  const byAccount = counter('account');
  return {
    async count(address, email) {
      const [fromAddress, forAccount] = await Promise.all([
        byAddress.increment(addressKey(address)),
        byAccount.increment(accountKey(email)),
      ]);
      if (fromAddress > FAILURES_PER_ADDRESS || forAccount > FAILURES_PER_ACCOUNT) throw tooMany();
    },
    async forgive(address, email) {
      await Promise.all([byAddress.decrement(addressKey(address)), byAccount.reset(accountKey(email))]);
    },
  };
}

/** An IPv6 user owns a whole network: it counts as one address. */
function addressKey(address: string): string {
  return ipKeyGenerator(address);
}

/** Redis is given no e-mail addresses. */
function accountKey(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}

function tooMany(): AppError {
  return new AppError(
    429,
    'too-many-attempts',
    'That were too many attempts. Please wait a minute and try again.',
  );
}
