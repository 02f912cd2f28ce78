import type { Writable } from 'node:stream';
import type { Connection } from 'mongoose';
import { concealedFinding, type Finding } from '../../core/imports/finding.ts';
import type { FindingCode } from '../../core/imports/finding-codes.ts';
import { REPORT_HEADER, reportLine } from '../../core/imports/report-csv.ts';
import { drained } from '../http/drained.ts';
import { deleteInBatches } from './delete-in-batches.ts';
import { importFindings } from './import-collections.ts';

/** Takes findings one by one and keeps them all. */
export interface FindingSink {
  /** Waits only while a full batch is written. */
  add(finding: Finding): Promise<void>;
  flush(): Promise<void>;
  /** Takes out of what was found so far all that stands in these rows. */
  conceal(places: readonly Pick<Finding, 'file' | 'line'>[]): Promise<void>;
  readonly total: number;
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>;
}

type FindingRecord = Finding & { _id: string; importId: string; n: number };

export interface FindingPage {
  items: Finding[];
  total: number;
  page: number;
  perPage: number;
}

const BATCH = 1000;

/** A sink that writes to the database in batches. What an earlier try of the same import found is removed first. */
export async function createFindingSink(db: Connection, importId: string): Promise<FindingSink> {
  await deleteFindings(db, importId);
  let waiting: FindingRecord[] = [];
  let total = 0;
  const byCode: Partial<Record<FindingCode, number>> = {};
  let writing: Promise<unknown> = Promise.resolve();
  // One batch is on its way while the next is gathered; never more.
  const send = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    await writing;
    if (batch.length === 0) return;
    writing = collection(db).insertMany(batch, { ordered: false, ignoreUndefined: true });
    // Whoever awaits it next hears of a failure.
    writing.catch(() => undefined);
  };
  const flush = async (): Promise<void> => {
    await send();
    await writing;
  };
  return {
    flush,
    async conceal(places) {
      await flush();
      for (let at = 0; at < places.length; at += ROWS_AT_ONCE)
        await concealFindings(db, importId, places.slice(at, at + ROWS_AT_ONCE));
    },
    async add(finding) {
      total += 1;
      byCode[finding.code] = (byCode[finding.code] ?? 0) + 1;
      waiting.push({ ...finding, _id: `${importId}/${total}`, importId, n: total });
      if (waiting.length >= BATCH) await send();
    },
    get total() {
      return total;
    },
    byCode,
  };
}

/** One page of a report, in the order of the findings; `code` keeps one kind. */
export async function readFindings(
  db: Connection,
  importId: string,
  { page = 1, perPage = 50, code }: { page?: number; perPage?: number; code?: string | undefined } = {},
): Promise<FindingPage> {
  const filter = { importId, ...(code === undefined ? {} : { code: code as FindingCode }) };
  const [items, total] = await Promise.all([
    collection(db)
      .find(filter)
      .sort({ n: 1 })
      .skip((page - 1) * perPage)
      .limit(perPage)
      .toArray(),
    collection(db).countDocuments(filter),
  ]);
  return { items: items.map(toFinding), total, page, perPage };
}

/** Writes the whole report as CSV, a batch at a time; formulas are defused. Does not end the stream's life early. */
export async function streamFindings(db: Connection, importId: string, out: Writable): Promise<void> {
  out.write(`\ufeff${REPORT_HEADER}`);
  for (let after = 0; ; ) {
    const batch = await collection(db)
      .find({ importId, n: { $gt: after } })
      .sort({ n: 1 })
      .limit(BATCH)
      .toArray();
    if (batch.length === 0 || out.destroyed) break;
    after = batch.at(-1)!.n;
    if (!out.write(batch.map((record) => reportLine(toFinding(record))).join(''))) await drained(out);
  }
  out.end();
}

/** Rows a query; each is a file and a line. */
const ROWS_AT_ONCE = 200;

async function concealFindings(
  db: Connection,
  importId: string,
  places: readonly Pick<Finding, 'file' | 'line'>[],
): Promise<void> {
  const rows = places.map(({ file, line }) => ({ file, line }));
  const found = await collection(db).find({ importId, $or: rows }).toArray();
  const writes = found.map((record) => ({
    replaceOne: {
      filter: { _id: record._id },
      replacement: { ...concealedFinding(record), importId, n: record.n },
    },
  }));
  if (writes.length > 0) await collection(db).bulkWrite(writes, { ordered: false });
}

export async function deleteFindings(db: Connection, importId: string): Promise<void> {
  await deleteInBatches(collection(db), { importId });
}

function toFinding({ _id, importId: _import, n: _n, ...finding }: FindingRecord): Finding {
  return finding;
}

function collection(db: Connection) {
  return db.collection<FindingRecord>(importFindings.name);
}
