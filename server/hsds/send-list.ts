import type { Request, Response } from 'express';
import type { Connection } from 'mongoose';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { type PageHead, pageHead } from '../../core/hsds/page.ts';
import { readSurvivors } from '../duplicates/merge-store.ts';
import { notFound } from '../http/app-error.ts';
import { sendPieces } from '../http/send-pieces.ts';
import { model } from '../store/collection.ts';
import { inBatches, type Listing, readListed, stillThere } from './read-in-batches.ts';

const PER_PAGE = 20;
export const NDJSON = 'application/x-ndjson';

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
  const count = () => model<R>(db, listing.spec).countDocuments(stillThere(listing.filter));
  if (everything && per_page === undefined) {
    const total = await count();
    return sendPage(res, pageHead(total, 1, Math.max(total, 1), total), inBatches(db, listing));
  }
  const perPage = per_page ?? PER_PAGE;
  const [total, records] = await Promise.all([
    count(),
    readListed(db, listing, { skip: (page - 1) * perPage, limit: perPage }),
  ]);
  const contents = await listing.tell(records);
  const head = pageHead(total, page, perPage, contents.length);
  return streams ? sendPage(res, head, contents) : { ...head, contents };
}

/** One record, as lists tell it; where it was merged into another, the address of that. */
export async function sendOne<R extends { id: string }>(
  { req, res }: { req: Request; res: Response },
  db: Connection,
  listing: Listing<R>,
  id: string,
): Promise<HsdsObject | undefined> {
  const found = await findOne(db, listing, id);
  if (found) return found;
  const survivor = (await readSurvivors(db, [id]))(id);
  // Only where it may be told there.
  if (survivor === id || !(await findOne(db, listing, survivor))) throw notFound();
  res.redirect(301, req.originalUrl.replace(encodeURIComponent(id), encodeURIComponent(survivor)));
  return undefined;
}

/** One record, as lists tell it; undefined where there is none. */
async function findOne<R extends { id: string }>(
  db: Connection,
  listing: Listing<R>,
  id: string,
): Promise<HsdsObject | undefined> {
  const found = await readListed(
    db,
    { ...listing, filter: { $and: [{ _id: id }, listing.filter] } },
    { limit: 1 },
  );
  return (await listing.tell(found))[0];
}

type Items = AsyncIterable<HsdsObject> | Iterable<HsdsObject>;

/** One record a line. */
export async function sendLines(res: Response, items: Items): Promise<undefined> {
  res.type(NDJSON);
  await sendPieces(res, lines(items));
}

async function* lines(items: Items): AsyncGenerator<string> {
  for await (const item of items) yield `${JSON.stringify(item)}\n`;
}

async function sendPage(res: Response, head: PageHead, items: Items): Promise<undefined> {
  res.type('json');
  await sendPieces(res, pagePieces(head, items));
}

async function* pagePieces(head: PageHead, items: Items): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"contents":[`;
  let before = '';
  for await (const item of items) {
    yield before + JSON.stringify(item);
    before = ',';
  }
  yield ']}';
}
