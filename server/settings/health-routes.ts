import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { Readiness } from './settings-answers.ts';

/** A data server that has not answered by then counts as missing. */
const PATIENCE_MS = 2000;

/** `live`: the process answers. `ready`: it reaches its data servers too; otherwise 503 with what is missing. */
export function healthRoutes({ db, redis }: Pick<Deps, 'db' | 'redis'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/health/live',
      summary: 'Whether this process answers',
      action: 'service.health',
      returns: z.object({ status: z.literal('ok') }),
      handle: () => ({ status: 'ok' as const }),
    }),
    route({
      method: 'get',
      path: '/health/ready',
      summary: 'Whether it reaches its data servers',
      action: 'service.health',
      returns: Readiness,
      handle: async ({ res }) => {
        const [mongodb, redisAnswers] = await Promise.all([
          answers(async () => db.getClient().db().command({ ping: 1 })),
          answers(async () => redis.ping()),
        ]);
        const missing = [...(mongodb ? [] : ['mongodb']), ...(redisAnswers ? [] : ['redis'])];
        if (missing.length > 0) res.status(503);
        return { status: missing.length > 0 ? 'not-ready' : 'ok', missing };
      },
    }),
  ];
}

/** Whether a ping comes back in time. Why it does not is for the logs of the connection, not for the public. */
async function answers(ping: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answered = ping().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
