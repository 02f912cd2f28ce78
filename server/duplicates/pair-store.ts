import type { Connection } from 'mongoose';
import { DUPLICATE_KINDS, type DuplicateKind } from '../../core/duplicates/duplicate-rules.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type DuplicatePairRecord, duplicatePairs, merges } from './duplicate-collections.ts';

export const pairsIn = (db: Connection) => model<DuplicatePairRecord>(db, duplicatePairs);

export function pairId(kind: DuplicateKind, one: string, other: string): string {
  return `${kind}:${[one, other].sort().join(':')}`;
}

/** Pairs of which neither was merged since: an undone merge brings its pair back. The likeliest first. */
export async function listPairs(
  db: Connection,
  { kind, state, skip, limit }: Pick<DuplicatePairRecord, 'kind' | 'state'> & { skip: number; limit: number },
): Promise<{ items: DuplicatePairRecord[]; total: number }> {
  const filter = { kind, state, ...(await notMerged(db)) } as object;
  const [found, total] = await Promise.all([
    pairsIn(db)
      .find(filter)
      .sort({ probability: -1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .lean<Stored<DuplicatePairRecord>[]>(),
    pairsIn(db).countDocuments(filter),
  ]);
  return { items: found.map((pair) => fromStored<DuplicatePairRecord>(pair)), total };
}

export async function countOpen(db: Connection): Promise<Record<DuplicateKind, number>> {
  const unmerged = await notMerged(db);
  const counts = DUPLICATE_KINDS.map(
    async (kind) =>
      [kind, await pairsIn(db).countDocuments({ kind, state: 'open', ...unmerged } as object)] as const,
  );
  return Object.fromEntries(await Promise.all(counts)) as Record<DuplicateKind, number>;
}

async function notMerged(db: Connection): Promise<object> {
  const merged = await db.collection(merges.name).distinct('_id');
  return { ids: { $nin: merged } };
}

/** Writes the open pairs of a run; what somebody has called different stays so. */
export async function writePairs(db: Connection, pairs: readonly DuplicatePairRecord[]): Promise<void> {
  if (pairs.length === 0) return;
  const writes = pairs.map(({ id, kind, ids, state, ...found }) => ({
    updateOne: {
      filter: { _id: id },
      update: { $set: found, $setOnInsert: { kind, ids, state } },
      upsert: true,
    },
  }));
  await pairsIn(db).collection.bulkWrite(writes as never, { ordered: false });
}

/** Open pairs that a whole run has not found again. */
export async function dropOtherRuns(db: Connection, run: string): Promise<void> {
  await pairsIn(db).deleteMany({ state: 'open', run: { $ne: run } });
}

export async function readPair(db: Connection, id: string): Promise<DuplicatePairRecord | undefined> {
  const found = await pairsIn(db).findById(id).lean<Stored<DuplicatePairRecord>>();
  return found ? fromStored<DuplicatePairRecord>(found) : undefined;
}

export async function judgePair(
  db: Connection,
  id: string,
  state: DuplicatePairRecord['state'],
  by: { account: string; at: string },
): Promise<void> {
  await pairsIn(db).updateOne({ _id: id }, { $set: { state, judgedAt: by.at, judgedBy: by.account } });
}

/** Pairs that somebody has called different, by what their records are merged into by now. */
export async function readDifferent(
  db: Connection,
  kind: DuplicateKind,
  survivorOf: (id: string) => string,
): Promise<ReadonlySet<string>> {
  const found = await pairsIn(db)
    .find({ kind, state: 'different' }, { ids: 1 })
    .lean<Stored<DuplicatePairRecord>[]>();
  return new Set(found.map(({ ids: [one, other] }) => pairId(kind, survivorOf(one), survivorOf(other))));
}
