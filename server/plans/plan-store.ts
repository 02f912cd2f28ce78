import type { Connection } from 'mongoose';
import { notFound } from '../http/app-error.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import {
  type PlanPairRecord,
  type PlanRecord,
  type PlanRowRecord,
  planDecisions,
  planPairs,
  planRows,
  plans,
} from './plan-collections.ts';

/** Rows a write. */
const BATCH = 5_000;

/**
 * Stores a plan, its rows first: a plan that is there is there whole. What an earlier try has left behind goes. A plan
 * that is there stays as it is, with all that was decided on it.
 */
export async function writePlan(
  db: Connection,
  plan: PlanRecord,
  rows: readonly PlanRowRecord[],
  pairs: readonly PlanPairRecord[],
): Promise<void> {
  if (await readPlan(db, plan.id)) return;
  await discardPlan(db, plan.id);
  for (let at = 0; at < rows.length; at += BATCH)
    await rowsOf(db).collection.insertMany(rows.slice(at, at + BATCH).map(toStored) as never);
  if (pairs.length > 0) await pairsOf(db).collection.insertMany(pairs.map(toStored) as never);
  await plansOf(db).create(toStored(plan));
}

/** Removes a plan with all that is its own. Placements stay in force. */
export async function discardPlan(db: Connection, planId: string): Promise<void> {
  await plansOf(db).deleteOne({ _id: planId });
  for (const { name } of [planRows, planPairs, planDecisions])
    await db.collection(name).deleteMany({ planId });
}

export async function readPlan(db: Connection, id: string): Promise<PlanRecord | undefined> {
  const found = await plansOf(db).findById(id).lean<Stored<PlanRecord>>();
  return found ? fromStored<PlanRecord>(found) : undefined;
}

/** The same for a request that is about it. @throws AppError `not-found` */
export async function mustReadPlan(...asked: Parameters<typeof readPlan>): Promise<PlanRecord> {
  const found = await readPlan(...asked);
  if (!found) throw notFound();
  return found;
}

/** Rows of a plan by id: all, or those of some schools. */
export async function readRowRecords(
  db: Connection,
  planId: string,
  schoolIds?: readonly string[],
): Promise<PlanRowRecord[]> {
  const filter = { planId, ...(schoolIds && { schoolId: { $in: schoolIds } }) };
  const found = await rowsOf(db)
    .find(filter as object, { past: 0 })
    .batchSize(BATCH)
    .sort({ _id: 1 })
    .lean<Stored<PlanRowRecord>[]>();
  return found.map((row) => fromStored<PlanRowRecord>(row));
}

const plansOf = (db: Connection) => model<PlanRecord>(db, plans);
const rowsOf = (db: Connection) => model<PlanRowRecord>(db, planRows);
const pairsOf = (db: Connection) => model<PlanPairRecord>(db, planPairs);
