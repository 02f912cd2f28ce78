import type { Response } from 'express';
import type { Connection } from 'mongoose';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { type PageHead, pageHead } from '../../core/hsds/page.ts';
import { drained } from '../http/drained.ts';
import { type CollectionSpec, fromStored, model, type Stored } from '../store/collection.ts';

const PER_PAGE = 20;
/** Records that a stream holds at once. */
const BATCH = 200;

/** A collection's records that were asked for, and how they are told. */
export interface Listing<R extends { id: string }> {
  spec: CollectionSpec;
  filter: object;
  fields: Readonly<Record<string, 0 | 1>>;
  tell(records: readonly R[]): Promise<HsdsObject[]>;
}

export interface Paging {
  page: number;
  per_page?: number | undefined;
  format: 'json' | 'ndjson';
}

/**
 * One page, in the order of ids: counted and read side by side. Whole pages of full records are written one by one, as
 * fast as they are taken; without pages (ndjson, `everything`) records are read in batches as well, so that memory does
 * not grow with the directory.
 */
export async function sendList<R extends { id: string }>(
  res: Response,
  db: Connection,
  listing: Listing<R>,
  { page, per_page, format }: Paging,
  { streams, everything }: { streams: boolean; everything?: boolean },
) {
  if (format === 'ndjson') return sendLines(res, inBatches(db, listing));
  const count = () => model<R>(db, listing.spec).countDocuments(listing.filter);
  if (everything && per_page === undefined) {
    const total = await count();
    return sendPage(res, pageHead(total, 1, Math.max(total, 1), total), inBatches(db, listing));
  }
  const perPage = per_page ?? PER_PAGE;
  const [total, records] = await Promise.all([
    count(),
    read(db, listing, { skip: (page - 1) * perPage, limit: perPage }),
  ]);
  const contents = await listing.tell(records);
  const head = pageHead(total, page, perPage, contents.length);
  return streams ? sendPage(res, head, contents) : { ...head, contents };
}

/** One record, as lists tell it; undefined where there is none. */
export async function findOne<R extends { id: string }>(
  db: Connection,
  listing: Listing<R>,
  id: string,
): Promise<HsdsObject | undefined> {
  const found = await read(db, { ...listing, filter: { $and: [{ _id: id }, listing.filter] } }, { limit: 1 });
  return (await listing.tell(found))[0];
}

/** One record a line. */
export async function sendLines(res: Response, items: Items): Promise<undefined> {
  res.type('application/x-ndjson');
  for await (const item of items) {
    if (res.destroyed) return;
    if (!res.write(`${JSON.stringify(item)}\n`)) await drained(res);
  }
  res.end();
}

type Items = AsyncIterable<HsdsObject> | Iterable<HsdsObject>;

async function sendPage(res: Response, head: PageHead, items: Items): Promise<undefined> {
  res.type('json');
  res.write(`${JSON.stringify(head).slice(0, -1)},"contents":[`);
  let before = '';
  for await (const item of items) {
    if (res.destroyed) return;
    if (!res.write(before + JSON.stringify(item))) await drained(res);
    before = ',';
  }
  res.end(']}');
}

async function* inBatches<R extends { id: string }>(
  db: Connection,
  listing: Listing<R>,
): AsyncGenerator<HsdsObject> {
  for (let after: string | undefined; ; ) {
    const filter = after === undefined ? listing.filter : { $and: [{ _id: { $gt: after } }, listing.filter] };
    const records = await read(db, { ...listing, filter }, { limit: BATCH });
    yield* await listing.tell(records);
    after = records.at(-1)?.id;
    if (records.length < BATCH) return;
  }
}

async function read<R extends { id: string }>(
  db: Connection,
  { spec, filter, fields }: Listing<R>,
  { skip = 0, limit }: { skip?: number; limit: number },
): Promise<R[]> {
  const found = await model<R>(db, spec)
    .find(filter, fields)
    .sort({ _id: 1 })
    .skip(skip)
    .limit(limit)
    .batchSize(limit)
    .lean<Stored<R>[]>();
  return found.map((record) => fromStored<R>(record));
}
