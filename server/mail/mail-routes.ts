import type { Account } from '../accounts/account.ts';
import { accountResources } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { mailStore } from './mail-store.ts';

/** The administrator sees what became of this many. */
const SHOWN = 100;

/** Which mails wait, left or failed, and why. One whose account is not known (yet) is nobody's and not shown. */
export function mailRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/mails',
      action: 'accounts.read',
      handle: async ({ access }) => {
        const all = await accountStore(deps.db).list();
        const accounts = new Map(all.map((account) => [account.id, account]));
        const resourceOf = await accountResources(
          deps.db,
          all.map(({ grants }) => grants),
        );
        const isOpen = access.opens(({ grants }: Account) => resourceOf(grants));
        const items = (await mailStore(deps).latest(SHOWN)).flatMap(
          ({ id, kind, accountId = '', status, createdAt, attempts, reason }) => {
            const account = accounts.get(accountId);
            if (!account || !isOpen(account)) return [];
            const { name, email } = account;
            return [{ id, kind, accountId, name, email, status, createdAt, attempts, reason }];
          },
        );
        return { configured: deps.config.mail !== null, items, total: items.length };
      },
    }),
  ];
}
