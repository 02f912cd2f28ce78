import { randomBytes } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import { accountResource } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import type { Deps } from '../deps.ts';
import type { Access } from '../http/route.ts';
import { invitationStore } from './invitation-store.ts';

type Invited = Pick<Account, 'email' | 'name' | 'language' | 'grants'>;

/**
 * A new account, or the one of an earlier invitation that came to nothing. It is there from the invitation on, with a
 * password that nobody knows, so that a service such as the district's Google can be used from the first day as well.
 * @throws AppError `email-taken`
 */
export async function invitedAccount(deps: Deps, invited: Invited, access: Access): Promise<Account> {
  const accounts = accountStore(deps.db);
  const known = await accounts.findByEmail(invited.email);
  const earlier = known && (await invitationStore(deps).find(known.id));
  const isRenewable =
    earlier && earlier.acceptedAt === undefined && access.may(await accountResource(deps.db, known.grants));
  if (!isRenewable) return accounts.create({ ...invited, password: unknowable() });
  const { name, language, grants } = invited;
  return accounts.update(known.id, { name, language, grants, active: true });
}

function unknowable(): string {
  return randomBytes(32).toString('base64url');
}
