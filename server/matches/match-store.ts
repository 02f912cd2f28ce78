import { type Connection, mongo } from 'mongoose';
import type { StudentMatches, WishMatches } from '../../core/matching/match.ts';
import type { Deps } from '../deps.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { type StudentSealer, studentSealer, studentSealers } from '../sealing/student-sealer.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type MatchChunk, type MatchRecord, matchChunks, matches } from './match-collections.ts';
import { type MatchScope, scopeFilter } from './match-scope.ts';
import { packWishes, unpackWishes } from './pack-wishes.ts';

/** The fingerprints of the newest current results of these students. */
export async function currentFingerprints(
  db: Connection,
  studentIds: string[],
): Promise<Map<string, string>> {
  const found = await matchesOf(db)
    .find({ studentId: { $in: studentIds }, current: true }, { studentId: 1, fingerprint: 1 })
    .sort({ studentId: 1, runNumber: 1 })
    .lean<{ studentId: string; fingerprint: string }[]>();
  return new Map(found.map((match) => [match.studentId, match.fingerprint]));
}

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/**
 * Writes the results of one run; a second time changes nothing. Of a student who has left since nothing is written:
 * there is no key any more.
 */
export async function writeMatches(
  deps: Sealed,
  run: Pick<JobRecord, 'id' | 'number' | 'weighting'>,
  results: readonly { matches: StudentMatches; fingerprint: string }[],
): Promise<void> {
  const sealers = await studentSealers(
    deps,
    results.map(({ matches: found }) => found.studentId),
  );
  const records = results.flatMap(({ matches: found, fingerprint }) => {
    const sealer = sealers.get(found.studentId);
    return sealer ? toStored(toRecord(run, found, fingerprint, sealer)) : [];
  });
  if (records.length === 0) return;
  const { collection } = matchesOf(deps.db);
  try {
    await collection.insertMany(records as never, { ordered: false });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    await collection.bulkWrite(records.map(rewrite) as never, { ordered: false });
  }
}

/**
 * A worker before us wrote this record, or one that counted as lost writes it again. Whether it is current stays as it
 * is: a late writer must not hide what has been published.
 */
function rewrite({ _id, current, ...rest }: Stored<MatchRecord>) {
  return { updateOne: { filter: { _id }, update: { $set: rest, $setOnInsert: { current } }, upsert: true } };
}

function isDuplicate(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === 11000;
}

function toRecord(
  run: Pick<JobRecord, 'id' | 'number' | 'weighting'>,
  found: StudentMatches,
  fingerprint: string,
  sealer: StudentSealer,
): MatchRecord {
  const needs = found.wishes.filter((wish) => wish.kind === 'need');
  return {
    id: `${run.id}:${found.studentId}`,
    runId: run.id,
    runNumber: run.number,
    studentId: found.studentId,
    schoolId: found.schoolId,
    current: false,
    fingerprint,
    ...(run.weighting && { weighting: run.weighting }),
    wishes: found.wishes.map(({ kind, term, weight, matches: list }) => ({
      kind,
      term,
      weight,
      found: list.length,
    })),
    needs: needs.length,
    needsMatched: needs.filter((need) => need.matches.length > 0).length,
    matches: found.wishes.reduce((sum, wish) => sum + wish.matches.length, 0),
    packed: packWishes(sealer, found.wishes),
  };
}

/** Turns a run's results current and removes what they replace. Doing it again changes nothing. */
export async function publishMatches(db: Connection, run: Pick<JobRecord, 'id' | 'number'>): Promise<number> {
  const collection = matchesOf(db);
  await collection.updateMany({ runId: run.id, current: false }, { $set: { current: true } });
  const studentIds = await collection
    .find({ runId: run.id }, { studentId: 1 })
    .lean<{ studentId: string }[]>();
  for (const slice of slices(
    studentIds.map(({ studentId }) => studentId),
    1000,
  )) {
    await collection.deleteMany({ studentId: { $in: slice }, runNumber: { $lt: run.number } });
  }
  return studentIds.length;
}

/** Removes what a run has written that did not come to its end. */
export async function discardMatches(db: Connection, runId: string): Promise<void> {
  await matchesOf(db).deleteMany({ runId, current: false });
  await chunksOf(db).deleteMany({ runId });
}

export interface MatchTotals {
  needs: number;
  needsMatched: number;
  matches: number;
}

/** Sums over the current results of a scope. */
export async function matchTotals(db: Connection, scope: MatchScope): Promise<MatchTotals> {
  const [totals] = await matchesOf(db).aggregate<MatchTotals>([
    { $match: { ...scopeFilter(scope, 'studentId'), current: true } },
    {
      $group: {
        _id: null,
        needs: { $sum: '$needs' },
        needsMatched: { $sum: '$needsMatched' },
        matches: { $sum: '$matches' },
      },
    },
    { $project: { _id: 0 } },
  ]);
  return totals ?? { needs: 0, needsMatched: 0, matches: 0 };
}

export interface CurrentMatches extends Pick<MatchRecord, 'fingerprint' | 'runId' | 'weighting'> {
  matches: StudentMatches;
}

/** The newest current result of a student, and its run. */
export async function currentMatches(deps: Sealed, studentId: string): Promise<CurrentMatches | undefined> {
  const [found, sealer] = await Promise.all([
    matchesOf(deps.db)
      .findOne({ studentId, current: true })
      .sort({ studentId: 1, runNumber: -1 })
      .lean<Stored<MatchRecord>>(),
    studentSealer(deps, studentId),
  ]);
  if (!found || !sealer) return undefined;
  const { schoolId, fingerprint, runId, weighting, packed } = found;
  const kept = { fingerprint, runId, ...(weighting && { weighting }) };
  return { ...kept, matches: { studentId, schoolId, wishes: unpackWishes(sealer, packed) } };
}

/** What the newest current results of several students say of their wishes, in one round trip for all. */
export async function currentWishes(
  deps: Sealed,
  studentIds: readonly string[],
): Promise<Map<string, WishMatches[]>> {
  const [found, sealers] = await Promise.all([
    matchesOf(deps.db)
      .find({ studentId: { $in: studentIds }, current: true }, { studentId: 1, packed: 1 })
      .sort({ studentId: 1, runNumber: 1 })
      .lean<Stored<MatchRecord>[]>(),
    studentSealers(deps, studentIds),
  ]);
  return new Map(
    found.flatMap(({ studentId, packed }) => {
      const sealer = sealers.get(studentId);
      return sealer ? [[studentId, unpackWishes(sealer, packed)] as const] : [];
    }),
  );
}

/** Writes the plan of a run: which students go together. The plan of an interrupted attempt is replaced. */
export async function writeChunks(db: Connection, runId: string, groups: readonly string[][]): Promise<void> {
  const collection = chunksOf(db);
  await collection.deleteMany({ runId });
  if (groups.length === 0) return;
  await collection.insertMany(
    groups.map((studentIds, n) => ({ _id: `${runId}:${n}`, runId, n, studentIds, done: false })),
  );
}

export async function readChunk(db: Connection, runId: string, n: number): Promise<MatchChunk | undefined> {
  const found = await chunksOf(db).findById(`${runId}:${n}`).lean<Stored<MatchChunk>>();
  return found ? fromStored<MatchChunk>(found) : undefined;
}

export async function markChunkDone(db: Connection, chunk: MatchChunk): Promise<void> {
  await chunksOf(db).updateOne({ _id: chunk.id }, { $set: { done: true } });
}

/** Which chunks of a run are open, and how many students the finished ones had. */
export async function chunkState(
  db: Connection,
  runId: string,
): Promise<{ open: number[]; studentsDone: number }> {
  const found = await chunksOf(db).aggregate<{ n: number; done: boolean; size: number }>([
    { $match: { runId } },
    { $project: { n: 1, done: 1, size: { $size: '$studentIds' } } },
    { $sort: { n: 1 } },
  ]);
  return {
    open: found.filter((chunk) => !chunk.done).map((chunk) => chunk.n),
    studentsDone: found.filter((chunk) => chunk.done).reduce((sum, chunk) => sum + chunk.size, 0),
  };
}

export async function removeChunks(db: Connection, runId: string): Promise<void> {
  await chunksOf(db).deleteMany({ runId });
}

function* slices<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

const matchesOf = (db: Connection) => model<MatchRecord>(db, matches);
const chunksOf = (db: Connection) => model<MatchChunk>(db, matchChunks);
