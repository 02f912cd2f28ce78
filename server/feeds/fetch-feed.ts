import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { FeedFailing } from '../../core/feeds/feed.ts';
import { nextFetch } from '../../core/feeds/next-fetch.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { startImport } from '../imports/start-import.ts';
import { type Downloaded, download } from '../outbound/download.ts';
import type { Guard } from '../outbound/guarded-request.ts';
import { OutboundFailed } from '../outbound/outbound-failed.ts';
import { readDistrict } from '../settings/district-store.ts';
import { sealedFiles } from '../store/sealed-files.ts';
import { FEED_FILES, type FeedRecord } from './feed-collections.ts';
import { noteOnFeed, readFeed } from './feed-store.ts';
import { addFetch, readFetch } from './fetch-store.ts';
import { openHeader } from './seal-header.ts';

const TOTAL_MS = 10 * 60_000;
const IDLE_MS = 30_000;

/**
 * Fetches a feed that is due. What has changed is laid aside and compared by the workers as a dry run of an import;
 * settle-fetch.ts goes on from there. What it knows of the file is noted when that is done, so whatever is broken off is
 * fetched again.
 */
export async function fetchFeed(deps: Deps, id: string, guard: Guard = guardOf(deps)): Promise<void> {
  const feed = await readFeed(deps.db, id);
  const now = deps.clock();
  if (!feed || feed.nextAt > now.toISOString() || (feed.paused && !feed.asked)) return;
  const newest = feed.newestId === undefined ? undefined : await readFetch(deps.db, feed.newestId);
  if (newest?.outcome === 'comparing') return;
  const folder = await mkdtemp(join(tmpdir(), 'trellis-feed-'));
  try {
    const path = join(folder, 'file');
    const came = await download(feed.address, path, {
      guard,
      secret: openHeader(deps, feed),
      known: feed.asked ? {} : (feed.known ?? {}),
      limitBytes: deps.config.uploads.limitBytes,
      totalMs: TOTAL_MS,
      idleMs: IDLE_MS,
      now,
    });
    const isNew = came && (feed.asked || came.sha256 !== feed.known?.sha256);
    if (isNew) await compare(deps, feed, path, came);
    await noteCame(deps, feed);
  } catch (error) {
    await noteFailure(deps, feed, failureOf(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function guardOf({ config }: Deps): Guard {
  return { privateHosts: config.feedPrivateHosts };
}

async function compare(deps: Deps, feed: FeedRecord, path: string, came: Downloaded): Promise<void> {
  const { bytes: _, ...file } = came;
  const id = randomUUID();
  const filename = basename(new URL(feed.address).pathname) || 'feed';
  await sealedFiles(deps, FEED_FILES).put(id, createReadStream(path), []);
  const params = { kind: feed.kind, source: feed.source, filename, dryRun: true };
  const districtId = (await readDistrict(deps.db))?.id;
  const job = await startImport(deps, params, createReadStream(path), { districtId });
  await addFetch(deps.db, {
    id,
    feedId: feed.id,
    at: deps.clock().toISOString(),
    outcome: 'comparing',
    file,
    filename,
    hasFile: true,
    comparisonId: job.id,
  });
  await noteOnFeed(deps.db, feed.id, { newestId: id });
}

async function noteCame({ db, clock }: Deps, { id, everyMinutes }: FeedRecord): Promise<void> {
  const now = clock();
  const nextAt = nextFetch(now, { everyMinutes, failures: 0 }).toISOString();
  await noteOnFeed(db, id, { nextAt, checkedAt: now.toISOString(), asked: false }, ['failing']);
}

type Failure = Pick<FeedFailing, 'code' | 'status'> & { retryAfter?: number | undefined };

/** Tells how long it has failed, and when it is tried next. */
export async function noteFailure(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, everyMinutes, failing }: FeedRecord,
  { code, status, retryAfter }: Failure,
): Promise<void> {
  const now = clock();
  const times = (failing?.times ?? 0) + 1;
  const since = failing?.since ?? now.toISOString();
  const nextAt = nextFetch(now, { everyMinutes, failures: times, retryAfter }).toISOString();
  const told = { code, since, times, ...(status !== undefined && { status }) };
  await noteOnFeed(db, id, { nextAt, asked: false, failing: told });
}

/** A file of a wrong kind or size is the feed's failure; what is ours is not. */
function failureOf(error: unknown): Failure {
  if (error instanceof OutboundFailed) {
    const { code, status, retryAfter } = error;
    return { code, retryAfter, ...(status !== undefined && { status }) };
  }
  if (error instanceof AppError && error.status < 500) return { code: 'unreadable' };
  throw error;
}
