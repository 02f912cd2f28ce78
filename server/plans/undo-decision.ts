import type { Connection } from 'mongoose';
import type { Deps } from '../deps.ts';
import { model } from '../store/collection.ts';
import { acceptRows, type Outcome } from './accept-rows.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import { conflictsOf, lostTo } from './decide-rows.ts';
import type { OpenRow } from './open-rows.ts';
import { endPlacements } from './placement-store.ts';
import { type Decided, type PlanDecisionRecord, type PlanRowRecord, planRows } from './plan-collections.ts';
import { referredRows } from './referred-rows.ts';

/** Rows that were changed by a decision, and what each was before; undefined where one of them is not open. */
export async function rowsToUndo(
  db: Connection,
  { planId, number }: PlanDecisionRecord,
  open: readonly OpenRow[],
): Promise<RowChange[] | undefined> {
  const found = await model<PlanRowRecord>(db, planRows)
    .find({ planId, decision: number }, { past: { $slice: -1 } })
    .lean<{ _id: string; past: Decided[] }[]>();
  const rows = new Map(open.map((row) => [row.record.id, row]));
  const changes = found.flatMap(({ _id, past: [to] }) => {
    const row = rows.get(_id);
    return row && to ? [{ row, to }] : [];
  });
  return changes.length === found.length ? changes : undefined;
}

/** Gives rows back what was so before. A place that was given back is taken again, if it is still free. */
export async function undoRows(
  deps: Pick<Deps, 'db' | 'rules'>,
  decision: PlanDecisionRecord,
  changes: readonly RowChange[],
): Promise<Outcome> {
  const placing = changes.filter(({ row, to }) => to.state === 'accepted' && row.state !== 'accepted');
  const rest = changes.filter((change) => !placing.includes(change));
  const freeing = rest.filter(({ to }) => to.state !== 'accepted').map(({ row }) => row);
  const referred = await referredRows(deps.db, freeing);
  const others = rest.filter(({ row }) => !referred.includes(row));
  const changed = await changeRows(deps.db, others, true);
  await endPlacements(
    deps.db,
    changed.flatMap(({ row, to }) => (to.state !== 'accepted' && row.placement ? endable(row) : [])),
  );
  const accepted = await acceptRows(deps, decision, placing, true);
  return {
    changed: [...changed, ...accepted.changed],
    conflicts: [...conflictsOf(referred, 'referred'), ...lostTo(others, changed), ...accepted.conflicts],
  };
}

/** What is in force for the need by another plan, or for another offer, is not this decision's to end. */
function endable({ state, placement }: OpenRow) {
  return state === 'accepted' && placement ? [placement] : [];
}
