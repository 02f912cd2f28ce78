import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';

/** Writes down that somebody is about to change another's way in. */
export function noteAccountChange(
  { audit }: Pick<Deps, 'audit'>,
  by: Account | null,
  accountId: string,
): Promise<void> {
  return audit.record({ action: 'accounts.change', account: by, on: { kind: 'account', id: accountId } });
}
