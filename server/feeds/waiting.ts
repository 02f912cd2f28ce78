import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { mayEver } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { failingFeeds } from './feed-store.ts';
import { waitingFetches } from './fetch-store.ts';

/** Until then a feed is tried again by itself often enough. */
const DAY_MS = 86_400_000;

/** `feeds-waiting`: files that a person must decide about; `feeds-failing`: feeds that have not come for a day. */
export async function waitingFeeds(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  if (!mayEver(account, 'feeds.change')) return [];
  const since = new Date(clock().getTime() - DAY_MS);
  const [waiting, failing] = await Promise.all([waitingFetches(db), failingFeeds(db, since)]);
  const [one] = waiting;
  const page =
    one && waiting.length === 1 ? `/import/feeds?feed=${one.feedId}&file=${one.id}` : '/import/feeds';
  return [
    ...waitingItem('feeds-waiting', waiting.length, page, waiting.at(-1)?.at),
    ...waitingItem('feeds-failing', failing.length, '/import/feeds', failing[0]?.failing?.since),
  ];
}
