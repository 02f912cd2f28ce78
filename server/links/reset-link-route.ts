import { z } from 'zod';
import { accountResource } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mustBeConfirmed } from '../accounts/confirm.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { deliverLink } from './deliver-link.ts';
import { Delivery } from './links-answers.ts';
import { noteAccountChange } from './note-account-change.ts';

/** An administrator helps somebody to a new password: by mail, or with a link to hand over where there is no mail. */
export function resetLinkRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/accounts/:id/reset-link',
    summary: 'Send or show somebody a link to a new password',
    action: 'accounts.change',
    params: z.object({ id: z.string().max(100) }),
    returns: Delivery,
    handle: async ({ params, access, account: by, req }) => {
      const account = await accountStore(deps.db).find(params.id);
      if (!account) throw notFound();
      await access.must(await accountResource(deps.db, account.grants));
      mustBeConfirmed(req, deps);
      if (!account.active || account.demo) throw closed();
      await noteAccountChange(deps, by, account.id);
      return deliverLink(deps, 'reset', account);
    },
  });
}

function closed(): AppError {
  return new AppError(409, 'account-closed', 'This account is switched off or part of the demo.');
}
