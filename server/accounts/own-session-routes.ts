import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { OpenSession } from './accounts-answers.ts';
import { endSessions } from './end-sessions.ts';
import { endSessionNamed, listSessions } from './session-store.ts';

/** Where one is signed in, and ending that. */
export function ownSessionRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/own-account/sessions',
      summary: 'Where one is signed in',
      action: 'own-account.read',
      returns: listOf(OpenSession),
      handle: async ({ account, req }) => {
        const items = await listSessions(deps, account!, req.sessionID);
        return { items, total: items.length };
      },
    }),
    route({
      method: 'delete',
      path: '/own-account/sessions/:id',
      summary: "Sign out one of one's own browsers",
      action: 'own-account.change',
      params: z.object({ id: z.string().max(50) }),
      returns: nothing,
      handle: async ({ account, params }) => {
        if (!(await endSessionNamed(deps.db, account!.id, params.id))) throw notFound();
      },
    }),
    route({
      method: 'delete',
      path: '/own-account/sessions',
      summary: 'Sign out everywhere else',
      action: 'own-account.change',
      returns: nothing,
      handle: ({ account, req }) => endSessions(deps.db, account!.id, req.sessionID),
    }),
  ];
}
