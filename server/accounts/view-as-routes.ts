import { z } from 'zod';
import { SessionView } from '../../core/accounts/session-view.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { renewSession } from '../http/session.ts';
import { accountResource } from './account-resource.ts';
import { accountStore } from './account-store.ts';
import { mustBeConfirmed } from './confirm.ts';
import { mayBeUsed } from './may-be-used.ts';
import { sessionView } from './session-view.ts';
import { mayLookThrough } from './who-is-in.ts';

/** Milliseconds. */
const LASTS = 30 * 60_000;

/** Seeing Trellis through another's eyes, to help. Nothing can be changed meanwhile, and every reading names both. */
export function viewAsRoutes(deps: Deps): Route[] {
  const accounts = accountStore(deps.db);
  return [
    route({
      method: 'post',
      path: '/accounts/:id/view-as',
      summary: "Look through somebody's eyes, without changing anything",
      action: 'accounts.view-as',
      params: z.object({ id: z.string().max(100) }),
      body: z.strictObject({ why: z.string().trim().min(10, 'a few words').max(500) }),
      returns: SessionView,
      handle: async ({ params, body, account, access, req }) => {
        const as = await accounts.find(params.id);
        if (!as) throw notFound();
        await access.must(await accountResource(deps.db, as.grants));
        if (!mayBeUsed(as, deps.config.demo) || !(await mayLookThrough(deps.db, account!, as)))
          throw notToBeViewed();
        mustBeConfirmed(req, deps);
        await deps.audit.record({
          action: 'accounts.view-as',
          account,
          on: { kind: 'account', id: as.id },
          note: body.why,
        });
        const until = deps.clock().getTime() + LASTS;
        await renewSession(req, { accountId: as.id, until });
        req.account = { ...as, viewedBy: account!.id };
        req.viewing = { by: account!, as, until, over: false };
        return sessionView(req);
      },
    }),
    route({
      method: 'delete',
      path: '/session/view-as',
      summary: "Look through one's own eyes again",
      action: 'session.end',
      returns: SessionView,
      handle: async ({ req }) => {
        if (!req.viewing) return sessionView(req);
        const { by, as } = req.viewing;
        await deps.audit.record({
          action: 'session.end',
          account: { ...by, ...(as && { id: as.id, grants: as.grants, viewedBy: by.id }) },
          on: { kind: 'account', id: as?.id ?? by.id },
        });
        await renewSession(req);
        req.account = by;
        req.viewing = null;
        return sessionView(req);
      },
    }),
  ];
}

function notToBeViewed(): AppError {
  return new AppError(
    409,
    'not-to-be-viewed',
    'An administrator’s account, and one that is switched off, cannot be looked through.',
  );
}
