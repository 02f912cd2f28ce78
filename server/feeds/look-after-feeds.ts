import type { Deps } from '../deps.ts';
import { dueFeeds } from './feed-store.ts';
import { comparing } from './fetch-store.ts';
import { settleFetch } from './settle-fetch.ts';

/** As many at once; what is left over comes a minute later. */
const MOST = 100;

/**
 * Asks for the feeds that are due, and goes on with files whose comparison has ended without anybody hearing of it. Feeds
 * are found, not planned: nothing waits in Redis for a day.
 */
export async function lookAfterFeeds(deps: Deps): Promise<void> {
  for (const fetch of await comparing(deps.db, MOST)) await settleFetch(deps, fetch);
  for (const { id } of await dueFeeds(deps.db, deps.clock(), MOST))
    await deps.queues.ask('feeds', 'fetch', { jobId: id });
}
