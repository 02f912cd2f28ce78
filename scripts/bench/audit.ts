import { type ChainHead, chainEntries, EMPTY_CHAIN, type Signer } from '../../core/audit/chain.ts';
import type { UnchainedEntry } from '../../core/audit/entry.ts';
import { createAppender } from '../../server/audit/append-entries.ts';
import { entriesOf, toStoredEntry } from '../../server/audit/audit-collections.ts';
import { auditSigner } from '../../server/audit/audit-signer.ts';
import { findEntries } from '../../server/audit/find-entries.ts';
import { readHead } from '../../server/audit/read-head.ts';
import { verifyLog } from '../../server/audit/verify-log.ts';
import type { Deps } from '../../server/deps.ts';
import { seededRandom } from '../demo/random.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { quantile, round } from './quantile.ts';

const DEFAULT_ENTRIES = 200_000;
const STUDENTS = 20_000;
const ACCOUNTS = 400;
const BATCH = 2_000;
const APPENDS = 800;
const WRITERS = 8;
const SEARCHES = 300;
const YEAR_MS = 365 * 86_400_000;
const START = Date.UTC(2026, 0, 1);

/**
 * The log at a size, and of how many readings one is of a list (3): searches in it, and appends against plain inserts
 * of the same documents into the same indexes.
 */
export async function benchAudit({ args: [size, oneListIn = '3'], print }: BenchContext): Promise<void> {
  listEvery = Number(oneListIn);
  const entries = size === undefined ? DEFAULT_ENTRIES : Number(size);
  await withBenchDeps(async (deps) => {
    const signer = auditSigner(deps.config.keyRing);
    const built = await timed(() => build(deps, signer, entries));
    print({ entries, buildSeconds: round(built), perSecond: Math.round(entries / built) });
    print({ entries, ...(await searches(deps, entries)) });
    print({ entries, ...(await appends(deps, signer, 1)) });
    print({ entries, ...(await appends(deps, signer, WRITERS)) });
    print({ entries, ...(await appendsOfOne(deps, signer, WRITERS)) });
    const verified = await timed(() => verifyLog(deps.db, signer));
    print({ entries, verifySeconds: round(verified), perSecond: Math.round(entries / verified) });
  });
}

const random = seededRandom(7);
const among = (count: number) => random.int(0, count - 1);

/** One reading in so many is of a list of 25 students, the others are of one. */
let listEvery = 3;

function entryOf(at: number): UnchainedEntry {
  const isList = among(listEvery) === 0;
  return {
    ref: `${among(2 ** 30)}-${at}`,
    at: new Date(at).toISOString(),
    action: isList ? 'students.list' : among(10) === 0 ? 'student.change' : 'student.read',
    actor: { kind: 'account', accountId: `account-${among(ACCOUNTS)}`, roles: ['staff'] },
    studentIds: Array.from({ length: isList ? 25 : 1 }, () => `student-${among(STUDENTS)}`),
    why: 'school-official',
  };
}

async function build({ db }: Deps, signer: Signer, entries: number): Promise<void> {
  let head: ChainHead = EMPTY_CHAIN;
  for (let done = 0; done < entries; done += BATCH) {
    const count = Math.min(BATCH, entries - done);
    const made = Array.from({ length: count }, (_, n) => entryOf(START + ((done + n) / entries) * YEAR_MS));
    const chained = chainEntries(head, made, signer);
    await entriesOf(db).insertMany(chained.map(toStoredEntry));
    head = chained.at(-1)!;
  }
}

async function searches({ db }: Deps, entries: number) {
  const day = () => new Date(START + among(365) * 86_400_000).toISOString();
  const ask = {
    student: () => ({ studentId: `student-${among(STUDENTS)}`, to: day() }),
    account: () => ({ accountId: `account-${among(ACCOUNTS)}`, to: day() }),
    action: () => ({ action: 'student.change', to: day() }),
    time: () => ({ to: day() }),
  };
  const result: Record<string, number> = {};
  for (const [name, search] of Object.entries(ask)) {
    const milliseconds: number[] = [];
    const most = name === 'student' ? SEARCHES : SEARCHES / 10;
    for (let n = 0; n < most; n += 1)
      milliseconds.push(1000 * (await timed(() => findEntries(db, search(), { limit: 50 }))));
    result[`${name}P50Ms`] = round(quantile(milliseconds, 0.5));
    result[`${name}P95Ms`] = round(quantile(milliseconds, 0.95));
  }
  const heads = await timed(() => readHead(db));
  return {
    ...result,
    headMs: round(1000 * heads),
    perStudent: Math.round((entries * (1 + 24 / listEvery)) / STUDENTS),
  };
}

/**
 * Each writer waits for its own entry before it writes the next, and has an appender of its own, as processes have. Then
 * the same documents go into the same collection under places before the first, where no chain looks.
 */
async function appends({ db }: Deps, signer: Signer, writers: number) {
  const each = APPENDS / writers;
  const chained = await timed(() =>
    together(writers, () => {
      const append = createAppender(db, signer);
      return repeat(each, () => append(entryOf(Date.now())));
    }),
  );
  const written = await entriesOf(db).find().sort({ _id: -1 }).limit(APPENDS).toArray();
  const plain = written.map((one) => ({ ...one, _id: -one._id }));
  const unchained = await timed(() =>
    together(writers, (writer) =>
      repeat(each, async (n) => void (await entriesOf(db).insertOne(plain[writer * each + n]!))),
    ),
  );
  await entriesOf(db).deleteMany({ _id: { $lt: 0 } });
  return {
    writers,
    appendsPerSecond: Math.round(APPENDS / chained),
    plainPerSecond: Math.round(APPENDS / unchained),
    ratio: round(chained / unchained),
  };
}

/** Many requests of one process at once, which go together. */
async function appendsOfOne({ db }: Deps, signer: Signer, atOnce: number) {
  const append = createAppender(db, signer);
  const seconds = await timed(() =>
    together(atOnce, () => repeat(APPENDS / atOnce, () => append(entryOf(Date.now())))),
  );
  return { atOnceInOneProcess: atOnce, appendsPerSecond: Math.round(APPENDS / seconds) };
}

function together(count: number, work: (n: number) => Promise<void>): Promise<unknown> {
  return Promise.all(Array.from({ length: count }, (_, n) => work(n)));
}

async function repeat(count: number, work: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; n < count; n += 1) await work(n);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
