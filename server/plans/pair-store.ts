import type { Connection } from 'mongoose';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import type { OpenRow } from './open-rows.ts';
import { type PlanDecisionRecord, type PlanPairRecord, planPairs } from './plan-collections.ts';

/** Whom a plan keeps together, and whom it kept once. */
export async function readPairs(
  db: Connection,
  planId: string,
  decision?: number,
): Promise<PlanPairRecord[]> {
  const filter = { planId, ...(decision !== undefined && { decision }) };
  const found = await pairsIn(db).find(filter).sort({ _id: 1 }).lean<Stored<PlanPairRecord>[]>();
  return found.map((pair) => fromStored<PlanPairRecord>(pair));
}

export function pairId(planId: string, a: string, b: string): string {
  return [planId, ...[a, b].sort()].join(':');
}

/** Keeps two rows together, or apart again; what was so before is kept for undoing. */
export async function setPair(
  db: Connection,
  { planId, number }: PlanDecisionRecord,
  rows: readonly [OpenRow, OpenRow],
  active: boolean,
): Promise<void> {
  const [a, b] = rows[0].id < rows[1].id ? rows : [rows[1], rows[0]];
  const id = pairId(planId, a.id, b.id);
  const fixed: Omit<PlanPairRecord, 'id' | 'active' | 'decision' | 'past'> = {
    planId,
    rows: [a.id, b.id],
    studentIds: [a.student.id, b.student.id],
  };
  await insertOnce(pairsIn(db), { _id: id, ...fixed, active: false, decision: 0, past: [] });
  const before = await pairsIn(db).findById(id).lean<Stored<PlanPairRecord>>();
  if (!before) return;
  await pairsIn(db).updateOne({ _id: id, decision: before.decision }, {
    $set: { active, decision: number },
    $push: { past: { active: before.active, decision: before.decision } },
  } as object);
}

/** Gives a pair back what was so before the decision that changed it last. */
export async function revertPair(db: Connection, { id, decision, past }: PlanPairRecord): Promise<void> {
  const before = past.at(-1);
  if (!before) return;
  await pairsIn(db).updateOne({ _id: id, decision }, { $set: before, $pop: { past: 1 } } as object);
}

const pairsIn = (db: Connection) => model<PlanPairRecord>(db, planPairs);
