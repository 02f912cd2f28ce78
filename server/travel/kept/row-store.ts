import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Position } from '../../../core/geo/point.ts';
import { utcDay } from '../../../core/schedule/utc-day.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import { model } from '../../store/collection.ts';
import { keyOf, type PointList, packPoints, pointList, unpackPoints } from './point-list.ts';
import { type KeptList, type KeptRow, travelLists, travelRows } from './travel-collections.ts';

/** Rows of 1,000 destinations take 200 MB together. */
export const MOST_ROWS = 50_000;

/** As the driver answers: binary, with its bytes in `buffer`. */
interface Bytes {
  buffer: Buffer;
}

export interface Row {
  list: PointList;
  minutes: Float32Array;
}

export function rowIdOf(engine: Pick<TravelEngine, 'version'>, mode: TravelMode, origin: Position): string {
  return createHash('sha256')
    .update(`${engine.version}|${mode}|${keyOf(origin)}`)
    .digest('hex')
    .slice(0, 32);
}

/** The rows that are kept, by their ids; a row whose list is gone is not. */
export async function readRows(db: Connection, ids: readonly string[], now: Date): Promise<Map<string, Row>> {
  const found = await model<KeptRow>(db, travelRows)
    .find({ _id: { $in: [...ids] } })
    .lean<{ _id: string; listId: string; minutes: Bytes; usedAt: string }[]>();
  const lists = await readLists(db, [...new Set(found.map(({ listId }) => listId))]);
  await markUsed(db, found, now);
  const rows = found.flatMap(({ _id, listId, minutes }): [string, Row][] => {
    const list = lists.get(listId);
    return list ? [[_id, { list, minutes: floatsOf(minutes.buffer) }]] : [];
  });
  return new Map(rows);
}

async function readLists(db: Connection, ids: readonly string[]): Promise<Map<string, PointList>> {
  const found = await model<KeptList>(db, travelLists)
    .find({ _id: { $in: [...ids] } })
    .lean<{ _id: string; points: Bytes }[]>();
  return new Map(found.map(({ _id, points }) => [_id, pointList(unpackPoints(points.buffer))]));
}

/** Once a day is enough to be cleared by. */
async function markUsed(
  db: Connection,
  found: readonly { _id: string; listId: string; usedAt: string }[],
  now: Date,
): Promise<void> {
  const usedAt = dayOf(now);
  const old = found.filter((row) => row.usedAt < usedAt);
  if (old.length === 0) return;
  const listIds = [...new Set(old.map(({ listId }) => listId))];
  await model<KeptList>(db, travelLists).updateMany({ _id: { $in: listIds } }, { $set: { usedAt } });
  const ids = old.map(({ _id }) => _id);
  await model<KeptRow>(db, travelRows).updateMany({ _id: { $in: ids } }, { $set: { usedAt } });
}

/** The list first: a row without it is no row. */
export async function writeRows(
  db: Connection,
  list: PointList,
  rows: ReadonlyMap<string, Float32Array>,
  now: Date,
): Promise<void> {
  const usedAt = dayOf(now);
  await model<KeptList>(db, travelLists).replaceOne(
    { _id: list.id },
    { points: packPoints(list.points), usedAt },
    { upsert: true },
  );
  await model<KeptRow>(db, travelRows).bulkWrite(
    [...rows].map(([id, { buffer, byteOffset, byteLength }]) => ({
      replaceOne: {
        filter: { _id: id },
        replacement: { listId: list.id, minutes: Buffer.from(buffer, byteOffset, byteLength), usedAt },
        upsert: true,
      },
    })),
  );
  await dropOldest(db);
}

/** Keeps the store within its bounds: what was longest of no use goes first. */
async function dropOldest(db: Connection): Promise<void> {
  const rows = model<KeptRow>(db, travelRows);
  const many = await rows.estimatedDocumentCount();
  if (many <= MOST_ROWS) return;
  const oldest = await rows
    .find({}, { _id: 1 })
    .sort({ usedAt: 1 })
    .limit(many - MOST_ROWS)
    .lean<{ _id: string }[]>();
  await rows.deleteMany({ _id: { $in: oldest.map(({ _id }) => _id) } });
}

function floatsOf(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, k) => bytes.readFloatLE(k * 4));
}

function dayOf(now: Date): string {
  return utcDay(now);
}
