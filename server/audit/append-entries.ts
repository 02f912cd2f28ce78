import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import { type ChainHead, chainEntries, type Signer } from '../../core/audit/chain.ts';
import type { UnchainedEntry } from '../../core/audit/entry.ts';
import { entriesOf, toStoredEntry } from './audit-collections.ts';
import { readHead, readSince } from './read-head.ts';

/** Entries of one insert. */
const MOST_AT_ONCE = 500;
/** Who is further behind the head than this asks for the head alone. More than go into one insert. */
const MOST_BEHIND = 1000;
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
    head = end;
  }
  throw new Error('the log is written to by so many that no turn came');
}

/** How many of the first ones are in the chain now, and where the chain ends. */
async function tryAppend(
  db: Connection,
  signer: Signer,
  head: ChainHead,
  rest: readonly Waiting[],
): Promise<{ written: number; end: ChainHead }> {
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
    await wait(Math.random() * MOST_WAIT_MS);
    return afterConflict(db, head, chained);
  }
}

/** Asks which ones are there instead of trusting a count: an answer may have been lost and the insert repeated. */
async function afterConflict(
  db: Connection,
  head: ChainHead,
  chained: readonly ChainHead[],
): Promise<{ written: number; end: ChainHead }> {
  const since = await readSince(db, head, MOST_BEHIND);
  const foreign = chained.findIndex(({ mac }, at) => since[at]?.mac !== mac);
  const end = since.length < MOST_BEHIND ? (since.at(-1) ?? head) : await readHead(db);
  return { written: foreign === -1 ? chained.length : foreign, end };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DUPLICATE_KEY;
}
