import type { RequestHandler } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Deps } from '../deps.ts';
import { AppError } from './app-error.ts';
import { sharedCounter } from './shared-counter.ts';

const MINUTE = 60_000;

export type LimitDeps = Pick<Deps, 'config' | 'redis' | 'log'>;

/** How often one address may ask, over all API processes. A whole school may stand behind one. */
export function addressLimit(deps: LimitDeps): RequestHandler {
  const { count } = perMinute(deps, 'address', deps.config.limits.perAddress);
  return async (req, _res, next) => {
    await count(ipKeyGenerator(req.ip ?? ''));
    next();
  };
}

/** How often one account may ask, from wherever it is signed in. */
export function accountLimit(deps: LimitDeps): RequestHandler {
  const { count } = perMinute(deps, 'account', deps.config.limits.perAccount);
  return async (req, _res, next) => {
    if (req.account) await count(req.account.id);
    next();
  };
}

/** Counts what `by` names in a fixed window of a minute. @throws AppError `too-many-requests` */
export function perMinute({ config, redis, log }: LimitDeps, by: string, limit: number) {
  const prefix = `${config.redis.prefix}:requests:${by}:`;
  const counter = sharedCounter({ redis, log, prefix, windowMs: MINUTE });
  return {
    async count(key: string): Promise<void> {
      if ((await counter.increment(key)) > limit) {
        throw new AppError(429, 'too-many-requests', 'That were too many requests. Please wait a minute.');
      }
    },
  };
}
