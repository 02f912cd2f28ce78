import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import { model } from '../store/collection.ts';
import type { OpenRow } from './open-rows.ts';
import { type Decided, type PlanRowRecord, planRows } from './plan-collections.ts';

/** A row and what it becomes. */
export interface RowChange {
  row: OpenRow;
  to: Decided;
}

/**
 * Changes the rows that are still as they were read, and answers which those are: who decided in between has the say.
 * What was so before is kept, for undoing; `undo` gives it back.
 */
export async function changeRows(
  db: Connection,
  changes: readonly RowChange[],
  undo = false,
): Promise<RowChange[]> {
  if (changes.length === 0) return [];
  const rows = model<PlanRowRecord>(db, planRows);
  const writes = changes.map(({ row, to }) => ({
    updateOne: {
      filter: { _id: row.record.id, decision: row.record.decision },
      update: { ...setting(to), ...(undo ? { $pop: { past: 1 } } : { $push: { past: asItWas(row) } }) },
    },
  }));
  await rows.collection.bulkWrite(writes as never, { ordered: false });
  const ids = changes.map(({ row }) => row.record.id);
  const found = await rows
    .find({ _id: { $in: ids } }, { decision: 1 })
    .lean<{ _id: string; decision: number }[]>();
  const now = new Map(found.map(({ _id, decision }) => [_id, decision]));
  return changes.filter(({ row, to }) => now.get(row.record.id) === to.decision);
}

function asItWas({ state, record: { decision, reason, sealedNote } }: OpenRow): Decided {
  return { state, decision, ...compact({ reason, sealedNote }) };
}

function setting({ state, decision, reason, sealedNote }: Decided): object {
  const said = { reason, sealedNote };
  const gone = Object.entries(said).filter(([, value]) => value === undefined);
  return {
    $set: { state, decision, ...compact(said) },
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map(([field]) => [field, 1])) }),
  };
}
