import { createHash } from 'node:crypto';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { sharedCounter } from '../http/shared-counter.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const RESETS_PER_ACCOUNT = 3;
const RESETS_PER_ADDRESS = 30;
/** A whole school may be invited in one room, behind one address. */
const LOOKS_PER_ADDRESS = 300;

export type LinkLimit = ReturnType<typeof linkLimit>;

/** Counts what is asked about links, across all API processes. */
export function linkLimit({ config, redis, log }: Pick<Deps, 'config' | 'redis' | 'log'>) {
  const counter = (by: string, windowMs: number) =>
    sharedCounter({ redis, log, prefix: `${config.redis.prefix}:links:${by}:`, windowMs });
  const resetsByAddress = counter('reset-address', HOUR);
  const resetsByAccount = counter('reset-account', HOUR);
  const looksByAddress = counter('look', MINUTE);
  return {
    /**
     * Whether this account may still be sent a link. That it may not is not said: it would tell that it has been asked for.
     * @throws AppError 429 for an address that asks for too many
     */
    async countReset(address: string, email: string): Promise<boolean> {
      const [fromAddress, forAccount] = await Promise.all([
        resetsByAddress.increment(ipKeyGenerator(address)),
        resetsByAccount.increment(hashOf(email)),
      ]);
      if (fromAddress > RESETS_PER_ADDRESS) throw tooMany();
      return forAccount <= RESETS_PER_ACCOUNT;
    },
    /** @throws AppError 429 */
    async countLook(address: string): Promise<void> {
      if ((await looksByAddress.increment(ipKeyGenerator(address))) > LOOKS_PER_ADDRESS) throw tooMany();
    },
  };
}

/** Redis is given no e-mail addresses. */
function hashOf(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url');
}

function tooMany(): AppError {
  return new AppError(429, 'too-many-attempts', 'That were too many attempts. Please wait and try again.');
}
