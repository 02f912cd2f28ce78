import type { Connection } from 'mongoose';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { type CollectionSpec, fromStored, model, type Stored } from '../store/collection.ts';

/** Records that a stream holds at once. */
const BATCH = 200;

/** A collection's records that were asked for, and how they are told. */
export interface Listing<R extends { id: string }> {
  spec: CollectionSpec;
  filter: object;
  fields: Readonly<Record<string, 0 | 1>>;
  tell(records: readonly R[]): Promise<HsdsObject[]>;
}

/** All of a listing, in the order of ids. */
export async function* inBatches<R extends { id: string }>(
  db: Connection,
  listing: Listing<R>,
): AsyncGenerator<HsdsObject> {
  for (let after: string | undefined; ; ) {
    const filter = after === undefined ? listing.filter : { $and: [{ _id: { $gt: after } }, listing.filter] };
    const records = await readListed(db, { ...listing, filter }, { limit: BATCH });
    yield* await listing.tell(records);
    after = records.at(-1)?.id;
    if (records.length < BATCH) return;
  }
}

/** What was merged into another record is listed nowhere. */
export function stillThere(filter: object): object {
  return { $and: [filter, NOT_MERGED] };
}

export async function readListed<R extends { id: string }>(
  db: Connection,
  { spec, filter, fields }: Listing<R>,
  { skip = 0, limit }: { skip?: number; limit: number },
): Promise<R[]> {
  const found = await model<R>(db, spec)
    .find(stillThere(filter), fields)
    .sort({ _id: 1 })
    .skip(skip)
    .limit(limit)
    .batchSize(limit)
    .lean<Stored<R>[]>();
  return found.map((record) => fromStored<R>(record));
}

/** Those of a listing that have these ids, in their order. */
export async function* inBatchesOf<R extends { id: string }>(
  db: Connection,
  listing: Listing<R>,
  ids: readonly string[],
): AsyncGenerator<HsdsObject> {
  for (let at = 0; at < ids.length; at += BATCH) {
    const filter = { $and: [{ _id: { $in: ids.slice(at, at + BATCH) } }, listing.filter] };
    yield* await listing.tell(await readListed(db, { ...listing, filter }, { limit: BATCH }));
  }
}
