import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { type LimitDeps, perMinute } from './general-limit.ts';

/** How many large answers may be asked for in a minute: a program by its key and an account for themselves, all others by address. */
export function largeAnswers(deps: LimitDeps) {
  const { count } = perMinute(deps, 'large-answers', deps.config.limits.jobsPerAccount);
  return {
    count: ({ account, ip = '' }: Pick<Request, 'account' | 'ip'>): Promise<void> =>
      count(account?.id ?? ipKeyGenerator(ip)),
  };
}
