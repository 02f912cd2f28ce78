import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type FeedRecord, feeds } from './feed-collections.ts';

export async function readFeed(db: Connection, id: string): Promise<FeedRecord | undefined> {
  const found = await feedsIn(db).findById(id).lean<Stored<FeedRecord>>();
  return found ? fromStored<FeedRecord>(found) : undefined;
}

export async function listFeeds(db: Connection, limit: number): Promise<FeedRecord[]> {
  const found = await feedsIn(db).find().sort({ createdAt: 1 }).limit(limit).lean<Stored<FeedRecord>[]>();
  return found.map((record) => fromStored<FeedRecord>(record));
}

export function countFeeds(db: Connection): Promise<number> {
  return feedsIn(db).countDocuments();
}

export async function createFeed(db: Connection, feed: FeedRecord): Promise<void> {
  await feedsIn(db).create(toStored(feed));
}

/** What people change: written to the version that they saw. Undefined where somebody else was faster. */
export async function changeFeed(
  db: Connection,
  { id, version }: Pick<FeedRecord, 'id' | 'version'>,
  set: Partial<FeedRecord>,
  unset: readonly (keyof FeedRecord)[] = [],
): Promise<FeedRecord | undefined> {
  const found = await feedsIn(db)
    .findOneAndUpdate(
      { _id: id, version },
      { $set: { ...set, version: version + 1 }, ...unsetting(unset) },
      { returnDocument: 'after' },
    )
    .lean<Stored<FeedRecord>>();
  return found ? fromStored<FeedRecord>(found) : undefined;
}

/** What fetching notes of itself. It touches nothing that people change. */
export async function noteOnFeed(
  db: Connection,
  id: string,
  set: Partial<Pick<FeedRecord, Noted>>,
  unset: readonly Noted[] = [],
): Promise<void> {
  await feedsIn(db).updateOne({ _id: id }, { $set: set, ...unsetting(unset) });
}

type Noted = 'nextAt' | 'asked' | 'known' | 'letBe' | 'checkedAt' | 'failing' | 'newestId';

export async function deleteFeed(db: Connection, id: string): Promise<void> {
  await feedsIn(db).deleteOne({ _id: id });
}

/** Those that are due or asked for, the longest due first. */
export async function dueFeeds(db: Connection, now: Date, limit: number): Promise<FeedRecord[]> {
  const found = await feedsIn(db)
    .find({ nextAt: { $lte: now.toISOString() }, $or: [{ paused: false }, { asked: true }] })
    .sort({ nextAt: 1 })
    .limit(limit)
    .lean<Stored<FeedRecord>[]>();
  return found.map((record) => fromStored<FeedRecord>(record));
}

/** Those that have failed since before a moment, the longest first. */
export async function failingFeeds(db: Connection, before: Date): Promise<FeedRecord[]> {
  const found = await feedsIn(db)
    .find({ paused: false, 'failing.since': { $lte: before.toISOString() } })
    .sort({ 'failing.since': 1 })
    .lean<Stored<FeedRecord>[]>();
  return found.map((record) => fromStored<FeedRecord>(record));
}

function unsetting(fields: readonly string[]) {
  return fields.length === 0 ? {} : { $unset: Object.fromEntries(fields.map((field) => [field, 1])) };
}

function feedsIn(db: Connection) {
  return model<FeedRecord>(db, feeds);
}
