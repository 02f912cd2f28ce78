import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { sharedCounter } from '../http/shared-counter.ts';

const HOUR_MS = 3_600_000;
/** A class may look at the directory together, behind one address. */
const GIVEN_PER_ADDRESS = 20;
const LOOKS_PER_ADDRESS = 300;

/** Counts what one address suggests and looks up in an hour, across all API processes. */
export function suggestionLimit({ config, redis, log }: Pick<Deps, 'config' | 'redis' | 'log'>) {
  const counter = (what: string) =>
    sharedCounter({
      redis,
      log,
      prefix: `${config.redis.prefix}:suggestions:${what}:`,
      windowMs: HOUR_MS,
    });
  const [given, looks] = [counter('given'), counter('looks')];
  return {
    /** @throws AppError 429 */
    async countGiven(address: string): Promise<void> {
      if ((await given.increment(ipKeyGenerator(address))) > GIVEN_PER_ADDRESS) throw tooMany();
    },
    /** @throws AppError 429 */
    async countLook(address: string): Promise<void> {
      if ((await looks.increment(ipKeyGenerator(address))) > LOOKS_PER_ADDRESS) throw tooMany();
    },
  };
}

function tooMany(): AppError {
  return new AppError(429, 'too-many-suggestions', 'That was a lot for one hour. Please try again later.');
}
