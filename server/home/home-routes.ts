import { z } from 'zod';
import { WAITING_KINDS } from '../../core/home/waiting.ts';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { Home } from './home-answers.ts';
import { savePutOff, takeBack } from './put-off-store.ts';
import { todayOf } from './today-of.ts';
import { waitingFor } from './waiting-for.ts';

const Kind = z.object({ kind: z.enum(WAITING_KINDS) });

/** What waits today for whoever asks, and what of it is not for today. */
export function homeRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/home',
      summary: 'What waits for who asks: counts and pages',
      action: 'home.read',
      returns: Home,
      handle: async ({ account }) => {
        const { waiting, putOff } = await waitingFor(deps, account!);
        return { items: waiting, putOff };
      },
    }),
    route({
      method: 'put',
      path: '/home/put-off/:kind',
      summary: 'Not today: put something off',
      action: 'home.put-off',
      params: Kind,
      body: z.strictObject({ count: z.int().min(0).max(1_000_000_000) }),
      returns: nothing,
      handle: async ({ params: { kind }, body: { count }, account }) => {
        const on = await todayOf(deps, account!);
        await savePutOff(deps.db, account!.id, { kind, count, on }, deps.clock());
      },
    }),
    route({
      method: 'delete',
      path: '/home/put-off/:kind',
      summary: 'Take that back',
      action: 'home.put-off',
      params: Kind,
      returns: nothing,
      handle: ({ params: { kind }, account }) => takeBack(deps.db, account!.id, kind),
    }),
  ];
}
