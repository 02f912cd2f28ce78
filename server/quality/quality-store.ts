import type { Connection } from 'mongoose';
import { isSame } from '../../core/corrections/is-same.ts';
import type { QualityKind } from '../../core/quality/subject.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import {
  type QualityBackground,
  type QualityCount,
  type QualityRecord,
  qualityBackground,
  qualityCounts,
  qualityRecordId,
  qualityRecords,
} from './quality-collections.ts';

export const recordsIn = (db: Connection) => model<QualityRecord>(db, qualityRecords);
const countsIn = (db: Connection) => model<QualityCount>(db, qualityCounts);
const backgroundIn = (db: Connection) => model<QualityBackground>(db, qualityBackground);

/** Ids of a kind's records between two of the directory's; without an end all after the first. */
interface Range {
  kind: QualityKind;
  after: string;
  upTo?: string | undefined;
}

/**
 * Writes what is new or different, and removes what was there in the range and is no longer. Doing it twice changes
 * nothing; a count that was broken off is repaired by the next.
 */
export async function settleRange(
  db: Connection,
  { kind, after, upTo }: Range,
  examined: readonly QualityRecord[],
): Promise<void> {
  const end = upTo === undefined ? { $lt: `${kind};` } : { $lte: qualityRecordId(kind, upTo) };
  const found = await recordsIn(db)
    .find({ _id: { $gt: qualityRecordId(kind, after), ...end } })
    .batchSize(AT_ONCE)
    .lean<Stored<QualityRecord>[]>();
  const before = new Map(found.map((record) => [record._id, fromStored<QualityRecord>(record)]));
  const kept = new Set(examined.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !kept.has(id));
  if (gone.length > 0) await recordsIn(db).deleteMany({ _id: { $in: gone } });
  const changed = examined.filter((record) => !isSame(before.get(record.id), record));
  if (changed.length === 0) return;
  const writes = changed.map((record) => ({
    replaceOne: { filter: { _id: record.id }, replacement: toStored<QualityRecord>(record), upsert: true },
  }));
  await recordsIn(db).collection.bulkWrite(writes as never, { ordered: false });
}

/** More than a range holds: `;` is the sign after `:`, so `service;` is after every id of a service. */
const AT_ONCE = 20_000;

export async function keepBackground(db: Connection, found: Omit<QualityBackground, 'id'>): Promise<void> {
  await backgroundIn(db).replaceOne({ _id: 'last' }, found, { upsert: true });
}

export async function readBackground(db: Connection): Promise<Omit<QualityBackground, 'id'>> {
  const found = await backgroundIn(db).findById('last').lean<Stored<QualityBackground>>();
  return found ?? { repeated: [] };
}

/** Two are enough to tell what has changed. */
const KEPT = 2;

export async function keepCount(db: Connection, { id, ...count }: QualityCount): Promise<void> {
  await countsIn(db).replaceOne({ _id: id }, count, { upsert: true });
  const newest = (await readCounts(db)).map((each) => each.id);
  await countsIn(db).deleteMany({ _id: { $nin: newest } });
}

/** The last count and the one before it. */
export async function readCounts(db: Connection): Promise<QualityCount[]> {
  const found = await countsIn(db)
    .find({})
    .sort({ at: -1, _id: 1 })
    .limit(KEPT)
    .lean<Stored<QualityCount>[]>();
  return found.map((count) => fromStored<QualityCount>(count));
}
