import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../../store/collection.ts';
import { type RangeProblemRecord, type RangeRecord, rangeProblems, ranges } from './range-collections.ts';

/** Writes a problem and its ranges anew; the problem comes last, so that it is there when all of it is. */
export async function writeProblem(
  db: Connection,
  problem: RangeProblemRecord,
  parts: Iterable<RangeRecord>,
): Promise<void> {
  await discardRanges(db, problem.id);
  for (const part of parts) {
    const { _id, ...rest } = toStored(part);
    await rangesOf(db).replaceOne({ _id }, rest, { upsert: true });
  }
  const { _id, ...rest } = toStored(problem);
  await problemsOf(db).replaceOne({ _id }, rest, { upsert: true });
}

export async function readProblem(db: Connection, runId: string): Promise<RangeProblemRecord | undefined> {
  const found = await problemsOf(db).findById(runId).lean<Stored<RangeProblemRecord>>();
  return found ? fromStored<RangeProblemRecord>(found) : undefined;
}

/** A range of which something has not been found yet. */
export async function readOpenRange(
  db: Connection,
  runId: string,
  n: number,
  wanted: 'counts' | 'access',
): Promise<RangeRecord | undefined> {
  const found = await rangesOf(db)
    .findOne({ _id: rangeId(runId, n), [wanted]: { $exists: false } }, { counts: 0 })
    .lean<Stored<RangeRecord>>();
  return found ? fromStored<RangeRecord>(found) : undefined;
}

/** Adds what was found of a range; a second time it is the same. A range that is gone stays gone. */
export async function writeFound(
  db: Connection,
  { id }: Pick<RangeRecord, 'id'>,
  found: Pick<RangeRecord, 'counts' | 'access'>,
): Promise<void> {
  await rangesOf(db).updateOne({ _id: id }, { $set: found });
}

export async function writeRatios(
  db: Connection,
  runId: string,
  packed: RangeProblemRecord['ratios'],
): Promise<void> {
  await problemsOf(db).updateOne({ _id: runId }, { $set: { ratios: packed } });
}

/** One field of all ranges in their order, one at a time. */
export async function* streamFound(
  db: Connection,
  runId: string,
  field: 'counts' | 'access',
): AsyncGenerator<NonNullable<RangeRecord['counts']>> {
  const cursor = rangesOf(db)
    .find({ runId }, { [field]: 1 })
    .sort({ runId: 1, n: 1 })
    .lean<Pick<RangeRecord, 'counts' | 'access'>[]>()
    .cursor({ batchSize: 1 });
  for await (const record of cursor) {
    const found = (record as Pick<RangeRecord, 'counts' | 'access'>)[field];
    if (!found) throw new Error(`a range of ${runId} has no ${field}`);
    yield found;
  }
}

export interface RangeState {
  uncounted: number[];
  unsummed: number[];
  /** Of two passes over all ranges. */
  done: number;
  total: number;
}

export async function rangeState(db: Connection, runId: string): Promise<RangeState> {
  const without = async (field: 'counts' | 'access') => {
    const found = await rangesOf(db)
      .find({ runId, [field]: { $exists: false } }, { n: 1 })
      .sort({ runId: 1, n: 1 })
      .lean<{ n: number }[]>();
    return found.map(({ n }) => n);
  };
  const [uncounted, unsummed, all] = await Promise.all([
    without('counts'),
    without('access'),
    rangesOf(db).countDocuments({ runId }),
  ]);
  return { uncounted, unsummed, done: 2 * all - uncounted.length - unsummed.length, total: 2 * all };
}

/** The problem goes first: without it nothing is done with a range. */
export async function discardRanges(db: Connection, runId: string): Promise<void> {
  await problemsOf(db).deleteOne({ _id: runId });
  await rangesOf(db).deleteMany({ runId });
}

export function rangeId(runId: string, n: number): string {
  return `${runId}:${n}`;
}

const problemsOf = (db: Connection) => model<RangeProblemRecord>(db, rangeProblems);
const rangesOf = (db: Connection) => model<RangeRecord>(db, ranges);
