import { localDay } from '../../core/schedule/local-day.ts';
import type { Account } from '../accounts/account.ts';
import { districtOfAccount } from '../accounts/district-of-account.ts';
import type { Deps } from '../deps.ts';

/** The day that it is for an account, by the clock of its district. */
export async function todayOf(deps: Pick<Deps, 'db' | 'clock'>, account: Account): Promise<string> {
  const district = await districtOfAccount(deps, account);
  return localDay(deps.clock(), district?.timezone ?? 'UTC');
}
