import type { Connection } from 'mongoose';
import type { FetchOutcome } from '../../core/feeds/feed.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { deleteFile } from '../store/sealed-files.ts';
import { FEED_FILES, type FetchRecord, feedFetches } from './feed-collections.ts';

export async function addFetch(db: Connection, fetch: FetchRecord): Promise<void> {
  await fetchesIn(db).create(toStored(fetch));
}

export async function readFetch(db: Connection, id: string): Promise<FetchRecord | undefined> {
  const found = await fetchesIn(db).findById(id).lean<Stored<FetchRecord>>();
  return found ? fromStored<FetchRecord>(found) : undefined;
}

export function readFetches(db: Connection, ids: readonly string[]): Promise<FetchRecord[]> {
  return find(db, { _id: { $in: ids } }, ids.length);
}

/** The newest first. */
export function fetchesOf(db: Connection, feedId: string, limit: number): Promise<FetchRecord[]> {
  return find(db, { feedId }, limit);
}

export function comparing(db: Connection, limit: number): Promise<FetchRecord[]> {
  return find(db, { outcome: 'comparing' }, limit);
}

/** The one that an import compares. */
export async function fetchOfComparison(db: Connection, jobId: string): Promise<FetchRecord | undefined> {
  return (await find(db, { comparisonId: jobId, outcome: 'comparing' }, 1))[0];
}

/** How many files wait for a person, and since when the first of them. */
export async function waitingFetches(db: Connection): Promise<FetchRecord[]> {
  return find(db, { outcome: 'waiting' }, 200);
}

/** Changes one that still has one of these outcomes. False where it has another by now. */
export async function turnFetch(
  db: Connection,
  id: string,
  from: readonly FetchOutcome[],
  set: Partial<FetchRecord>,
): Promise<boolean> {
  const { matchedCount } = await fetchesIn(db).updateOne({ _id: id, outcome: { $in: from } }, { $set: set });
  return matchedCount === 1;
}

/** The file of a feed that came last is the only one that is kept: what waited before it waits no more. */
export async function dropOlderFiles(db: Connection, feedId: string, newestId: string): Promise<void> {
  const older = await find(db, { feedId, hasFile: true, _id: { $ne: newestId } }, 100);
  for (const { id } of older) await dropFile(db, id);
}

/** The file first: one without a note of it would never be found again. */
export async function dropFile(db: Connection, id: string): Promise<void> {
  await deleteFile(db, FEED_FILES, id);
  await fetchesIn(db).updateOne({ _id: id, outcome: 'waiting' }, { $set: { outcome: 'replaced' } });
  await fetchesIn(db).updateOne({ _id: id }, { $set: { hasFile: false } });
}

export async function deleteFetches(db: Connection, feedId: string): Promise<void> {
  for (const { id } of await find(db, { feedId, hasFile: true }, 100)) await dropFile(db, id);
  await fetchesIn(db).deleteMany({ feedId });
}

async function find(db: Connection, filter: object, limit: number): Promise<FetchRecord[]> {
  const found = await fetchesIn(db).find(filter).sort({ at: -1 }).limit(limit).lean<Stored<FetchRecord>[]>();
  return found.map((record) => fromStored<FetchRecord>(record));
}

function fetchesIn(db: Connection) {
  return model<FetchRecord>(db, feedFetches);
}
