import type { FeedFailing, FeedSettings, FetchOutcome, WaitsBecause } from '../../core/feeds/feed.ts';
import type { LetBe } from '../../core/feeds/judge-fetch.ts';
import type { TablePreview } from '../../core/imports/import-preview.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** By what a file is known: it is not compared again while it is the same. */
export interface KnownFile {
  sha256: string;
  etag?: string;
  lastModified?: string;
}

/** An address from which a directory is brought again and again. */
export interface FeedRecord extends FeedSettings {
  id: string;
  /** Counts the changes that people made. */
  version: number;
  paused: boolean;
  /** ISO moment. */
  nextAt: string;
  /** Somebody wants it now, and compared even where nothing has changed. */
  asked: boolean;
  /** A header that is sent; the value lies sealed by the ring. */
  header?: { name: string; sealed: string };
  /** The file that was compared last. */
  known?: KnownFile;
  /** Records that it lacks and that a person let be, by table. */
  letBe: LetBe;
  checkedAt?: string;
  failing?: FeedFailing;
  /** The file that came last. */
  newestId?: string;
  createdAt: string;
  createdBy?: string;
}

/** A file that came with something else in it than the one before. */
export interface FetchRecord {
  id: string;
  feedId: string;
  at: string;
  outcome: FetchOutcome;
  because?: WaitsBecause;
  tables?: Record<string, TablePreview>;
  file: KnownFile;
  filename: string;
  /** Whether the file still lies in FEED_FILES under this id. */
  hasFile: boolean;
  /** The imports: the dry run, and the one that stored it. */
  comparisonId: string;
  importId?: string;
  decidedBy?: string;
  decidedAt?: string;
}

export const FEED_FILES = 'feed_files';

export const feeds: CollectionSpec = { name: 'feeds', indexes: [[{ paused: 1, nextAt: 1 }]] };

export const feedFetches: CollectionSpec = {
  name: 'feed_fetches',
  indexes: [[{ feedId: 1, at: -1 }], [{ outcome: 1 }], [{ comparisonId: 1 }], [{ at: 1 }]],
};

export const feedCollections: readonly CollectionSpec[] = [feeds, feedFetches];
