import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type ChainHead, chainEntries, type Signer } from '../../core/audit/chain.ts';
import type { UnchainedEntry } from '../../core/audit/entry.ts';
import { entriesOf, toStoredEntry } from './audit-collections.ts';
import { readHead } from './read-head.ts';

/** Entries of one insert. */
const MOST_AT_ONCE = 500;
/** Others came first so often in a row that something is wrong: each time somebody's entries were written. */
const MAX_TRIES = 200;
/** Who came second waits a moment, up to this, drawn at random, so that many writers do not meet again and again. */
const MOST_WAIT_MS = 8;
const DUPLICATE_KEY = 11_000;

interface Waiting {
  entry: UnchainedEntry;
  done(): void;
  failed(error: unknown): void;
}

/**
 * Appends entries to the chain, from any number of processes: what arrives while an insert is under way goes together in
 * the next one. The unique `_id` decides who came first; who came second chains anew behind the new head. An insert is
 * ordered, so a process that dies leaves the beginning of its entries, which is a whole chain.
 */
export function createAppender(db: Connection, signer: Signer) {
  let waiting: Waiting[] = [];
  let running = false;
  let head: ChainHead | undefined;

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      try {
        head = await appendAll(db, signer, head, batch);
      } catch (error) {
        head = undefined;
        for (const { failed } of batch) failed(error);
      }
    }
    running = false;
  }

  return (entry: UnchainedEntry): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ entry, done, failed });
      void run();
    });
}

async function appendAll(
  db: Connection,
  signer: Signer,
  known: ChainHead | undefined,
  batch: readonly Waiting[],
): Promise<ChainHead> {
  let head = known ?? (await readHead(db));
  let rest = batch;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { written, end } = await tryAppend(db, signer, head, rest);
    for (const { done } of rest.slice(0, written)) done();
    rest = rest.slice(written);
    if (rest.length === 0) return end;
    await wait(Math.random() * MOST_WAIT_MS);
    head = await readHead(db);
  }
  throw new Error('the log is written to by so many that no turn came');
}

/** How many of the first ones are in the chain now, and where the last of them stands. */
async function tryAppend(db: Connection, signer: Signer, head: ChainHead, rest: readonly Waiting[]) {
  const chained = chainEntries(
    head,
    rest.map(({ entry }) => entry),
    signer,
  );
  try {
    await entriesOf(db).insertMany(chained.map(toStoredEntry), {
      ordered: true,
      writeConcern: { w: 'majority' },
    });
    return { written: chained.length, end: chained.at(-1)! };
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return { written: await countWritten(db, chained), end: head };
  }
}

/** Asks which ones are there instead of trusting a count: an answer may have been lost and the insert repeated. */
async function countWritten(
  db: Connection,
  chained: readonly { seq: number; mac: string }[],
): Promise<number> {
  const [first, last] = [chained[0]!.seq, chained.at(-1)!.seq];
  const found = await entriesOf(db)
    .find({ _id: { $gte: first, $lte: last } }, { projection: { mac: 1 } })
    .toArray();
  const macs = new Map(found.map(({ _id, mac }) => [_id, mac]));
  const foreign = chained.findIndex(({ seq, mac }) => macs.get(seq) !== mac);
  return foreign === -1 ? chained.length : foreign;
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}
