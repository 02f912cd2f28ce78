import type { Connection } from 'mongoose';
import type { GeocodingState } from '../../core/geocoding/geocoding.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import { type GeocodingRecord, geocodings } from './geocoding-collections.ts';

const geocodingsIn = (db: Connection) => model<GeocodingRecord>(db, geocodings);

/** What became of looking for these places, by id. */
export async function readGeocodings(
  db: Connection,
  locationIds: Iterable<string>,
): Promise<Map<string, GeocodingRecord>> {
  const found = await inChunks(locationIds, (ids) =>
    geocodingsIn(db)
      .find({ _id: { $in: ids } })
      .lean<Stored<GeocodingRecord>[]>(),
  );
  return new Map(found.map((record) => [record._id, fromStored<GeocodingRecord>(record)]));
}

/** The places of which something waits for a person. */
export async function waitingGeocodings(db: Connection): Promise<GeocodingRecord[]> {
  const found = await geocodingsIn(db).find({ state: 'waiting' }).lean<Stored<GeocodingRecord>[]>();
  return found.map((record) => fromStored<GeocodingRecord>(record));
}

/** The ids of all of them, in their order. */
export async function geocodedIds(db: Connection): Promise<string[]> {
  const found = await geocodingsIn(db).find({}, { _id: 1 }).sort({ _id: 1 }).lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

export async function saveGeocodings(db: Connection, records: readonly GeocodingRecord[]): Promise<void> {
  if (records.length === 0) return;
  const writes = records.map(toStored).map((replacement) => ({
    replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
  }));
  await geocodingsIn(db).collection.bulkWrite(writes as never, { ordered: false });
}

export async function setState(
  db: Connection,
  ids: readonly string[],
  from: GeocodingState,
  to: GeocodingState,
): Promise<void> {
  await geocodingsIn(db).updateMany({ _id: { $in: [...ids] }, state: from }, { $set: { state: to } });
}

export async function dropGeocodings(db: Connection, ids: readonly string[]): Promise<void> {
  await geocodingsIn(db).deleteMany({ _id: { $in: [...ids] } });
}

/** What a run has come to. */
export async function countOfRun(
  db: Connection,
  run: string,
): Promise<{ placed: number; waiting: number; notFound: number }> {
  const count = (state: GeocodingState) => geocodingsIn(db).countDocuments({ run, state });
  const [placed, waiting, notFound] = await Promise.all([
    count('applied'),
    count('waiting'),
    count('not-found'),
  ]);
  return { placed, waiting, notFound };
}
