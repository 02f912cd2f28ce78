import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import type { Account } from './account.ts';
import { accountResource } from './account-resource.ts';
import { accountStore } from './account-store.ts';
import { mustBeConfirmed } from './confirm.ts';
import { endSessions } from './end-sessions.ts';
import { secondFactorStore } from './second-factor-store.ts';

const Id = z.object({ id: z.string().max(100) });

/** What an administrator does for somebody who has lost a phone or left a browser open. */
export function accountOfficeRoutes(deps: Deps): Route[] {
  const accounts = accountStore(deps.db);
  const factors = secondFactorStore(deps);

  async function mustFind(access: Access, id: string): Promise<Account> {
    const found = await accounts.find(id);
    if (!found) throw notFound();
    await access.must(await accountResource(deps.db, found.grants));
    return found;
  }

  return [
    route({
      method: 'delete',
      path: '/accounts/:id/sessions',
      summary: 'Sign somebody out everywhere',
      action: 'accounts.end-sessions',
      params: Id,
      returns: nothing,
      handle: async ({ params, account, access, req }) => {
        const { id } = await mustFind(access, params.id);
        await deps.audit.record({ action: 'accounts.end-sessions', account, on: { kind: 'account', id } });
        await endSessions(deps.db, id, req.sessionID);
      },
    }),
    route({
      method: 'delete',
      path: '/accounts/:id/second-factor',
      summary: 'Take away the second factor of somebody who has lost it',
      action: 'accounts.reset-factor',
      params: Id,
      returns: nothing,
      handle: async ({ params, account, access, req }) => {
        const { id } = await mustFind(access, params.id);
        mustBeConfirmed(req, deps);
        await deps.audit.record({ action: 'accounts.reset-factor', account, on: { kind: 'account', id } });
        await factors.remove(id);
        await endSessions(deps.db, id, req.sessionID);
      },
    }),
  ];
}
