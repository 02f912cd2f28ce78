import { type DigestTurn, nextDigest } from '../../core/home/digest.ts';
import type { Account } from '../accounts/account.ts';
import { districtOfAccount } from '../accounts/district-of-account.ts';
import type { Deps } from '../deps.ts';
import { calendarOf } from '../district-rules/district-calendar.ts';

/** When an account's next digest is due after a moment, by its district's clock and calendar. */
export async function nextDigestOf(
  deps: Pick<Deps, 'db' | 'rules'>,
  turn: DigestTurn,
  account: Account,
  after: Date,
): Promise<Date | undefined> {
  const { zone, reminders } = await calendarOf(deps, await districtOfAccount(deps, account));
  return nextDigest(after, turn, zone, reminders);
}
