import type { Connection } from 'mongoose';
import type { FeedFetchView, FeedView } from '../../core/feeds/feed.ts';
import type { FeedRecord, FetchRecord } from './feed-collections.ts';
import { readFetches } from './fetch-store.ts';

/** Feeds as people see them: of the header the name alone. */
export async function viewFeeds(db: Connection, feeds: readonly FeedRecord[]): Promise<FeedView[]> {
  const ids = feeds.flatMap(({ newestId }) => newestId ?? []);
  const newest = new Map((await readFetches(db, ids)).map((fetch) => [fetch.id, viewFetch(fetch)]));
  return feeds.map((feed) => viewFeed(feed, newest.get(feed.newestId ?? '')));
}

function viewFeed(feed: FeedRecord, newest: FeedFetchView | undefined): FeedView {
  const {
    header,
    asked: _asked,
    known: _known,
    letBe: _letBe,
    newestId: _newestId,
    createdAt: _createdAt,
    createdBy: _createdBy,
    ...told
  } = feed;
  return { ...told, ...(header && { headerName: header.name }), ...(newest && { newest }) };
}

export function viewFetch(fetch: FetchRecord): FeedFetchView {
  const { id, at, outcome, because, tables, comparisonId, importId, hasFile } = fetch;
  return {
    id,
    at,
    outcome,
    ...(because && { because }),
    ...(tables && { tables }),
    comparisonId,
    ...(importId !== undefined && { importId }),
    canBeTaken: hasFile && outcome !== 'comparing',
  };
}
