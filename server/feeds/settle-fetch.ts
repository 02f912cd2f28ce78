import { judgeFetch, type LetBe, type Tables } from '../../core/feeds/judge-fetch.ts';
import { ImportPreview } from '../../core/imports/import-preview.ts';
import { isFinal } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { readJob } from '../jobs/job-store.ts';
import type { FeedRecord, FetchRecord } from './feed-collections.ts';
import { noteOnFeed, readFeed } from './feed-store.ts';
import { noteFailure } from './fetch-feed.ts';
import { dropFile, dropOlderFiles, fetchOfComparison, turnFetch } from './fetch-store.ts';
import { storeFetch } from './store-fetch.ts';

/** Goes on with the file that an import has just compared, where it was one of a feed. */
export async function settleAfter(deps: Deps, jobId: string): Promise<void> {
  const fetch = await fetchOfComparison(deps.db, jobId);
  if (fetch) await settleFetch(deps, fetch);
}

/**
 * What becomes of a file that was compared. Each step can be done again: a file that is stored twice changes nothing the
 * second time.
 */
export async function settleFetch(deps: Deps, fetch: FetchRecord): Promise<void> {
  const { db } = deps;
  const [feed, job] = await Promise.all([readFeed(db, fetch.feedId), readJob(db, fetch.comparisonId)]);
  if (!feed) return dropFile(db, fetch.id);
  if (job && !isFinal(job.status)) return;
  const preview = ImportPreview.safeParse(job?.status === 'complete' ? job.result?.preview : undefined);
  if (preview.success) return settleCompared(deps, feed, fetch, preview.data.tables);
  if (await turnFetch(db, fetch.id, ['comparing'], { outcome: 'failed' }))
    await noteFailure(deps, feed, { code: 'unreadable' });
  await dropFile(db, fetch.id);
}

async function settleCompared(
  deps: Deps,
  feed: FeedRecord,
  fetch: FetchRecord,
  tables: Record<string, Tables[string]>,
): Promise<void> {
  const { db } = deps;
  const verdict = judgeFetch(tables, feed.letBe, feed);
  const stored = verdict.is === 'apply' ? { importId: (await storeFetch(deps, feed, fetch))?.id } : {};
  const outcome = verdict.is === 'apply' ? 'applied' : verdict.is;
  await turnFetch(db, fetch.id, ['comparing'], {
    outcome,
    tables,
    ...(stored.importId !== undefined && { importId: stored.importId }),
    ...(verdict.is === 'waiting' && { because: verdict.because }),
  });
  await noteOnFeed(db, feed.id, { known: fetch.file });
  await dropOlderFiles(db, feed.id, fetch.id);
  if (outcome !== 'waiting' && !lacksSome(tables)) await dropFile(db, fetch.id);
}

/** What it lacks can still be marked, for which its file is needed. */
export function lacksSome(tables: Tables): boolean {
  return Object.values(tables).some(({ missing }) => missing > 0);
}

export function missingIn(tables: Tables): LetBe {
  return Object.fromEntries(Object.entries(tables).map(([name, { missing }]) => [name, missing]));
}
