import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type PlanDecisionRecord, type PlanRecord, planDecisions, plans } from './plan-collections.ts';

type NewDecision = Pick<PlanDecisionRecord, 'planId' | 'kind' | 'schoolIds' | 'at'> & {
  accountId: string | undefined;
};

/** Gives a decision the plan's next number and notes it before anything of it is done. */
export async function beginDecision(
  db: Connection,
  { accountId, ...decision }: NewDecision,
): Promise<PlanDecisionRecord> {
  const plan = await model<PlanRecord>(db, plans)
    .findOneAndUpdate({ _id: decision.planId }, { $inc: { decisions: 1 } } as object, {
      returnDocument: 'after',
      projection: { decisions: 1 },
    })
    .lean<Pick<PlanRecord, 'decisions'>>();
  const number = plan?.decisions ?? 1;
  const record: PlanDecisionRecord = {
    ...decision,
    ...(accountId !== undefined && { accountId }),
    id: `${decision.planId}:${number}`,
    number,
    rows: 0,
    undone: false,
  };
  await decisionsOf(db).create(toStored(record));
  return record;
}

/** Notes how many rows it has changed. One that has changed none is taken away: there is nothing to undo. */
export async function endDecision(db: Connection, { id }: PlanDecisionRecord, rows: number): Promise<void> {
  if (rows > 0) await decisionsOf(db).updateOne({ _id: id }, { $set: { rows } });
  else await decisionsOf(db).deleteOne({ _id: id });
}

export async function markUndone(db: Connection, { id }: PlanDecisionRecord): Promise<void> {
  await decisionsOf(db).updateOne({ _id: id }, { $set: { undone: true } });
}

/** The last decision that still holds. */
export async function lastDecision(db: Connection, planId: string): Promise<PlanDecisionRecord | undefined> {
  const found = await decisionsOf(db)
    .findOne({ planId, undone: false })
    .sort({ planId: 1, number: -1 })
    .lean<Stored<PlanDecisionRecord>>();
  return found ? fromStored<PlanDecisionRecord>(found) : undefined;
}

const decisionsOf = (db: Connection) => model<PlanDecisionRecord>(db, planDecisions);
