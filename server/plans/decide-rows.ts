import { z } from 'zod';
import { type PlanConflict, RefusalReason } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import { studentSealers } from '../sealing/student-sealer.ts';
import { acceptRows, type Outcome } from './accept-rows.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import type { OpenRow } from './open-rows.ts';
import { endPlacements } from './placement-store.ts';
import type { Decided, PlanDecisionRecord } from './plan-collections.ts';
import { referredRows } from './referred-rows.ts';
import { notePlace } from './row-view.ts';

/** PlanRow.id */
export const ROW = z.string().min(1).max(300);

export const DecisionBody = z
  .strictObject({
    rows: z.union([z.literal('all'), z.array(ROW).min(1).max(10_000)]),
    decision: z.enum(['accept', 'refuse', 'reopen']),
    reason: RefusalReason.optional(),
    note: z.string().trim().min(1).max(2_000).optional(),
  })
  .refine(({ decision, reason }) => decision !== 'refuse' || reason !== undefined, {
    path: ['reason'],
    message: 'say why',
  })
  .refine(({ decision, reason, note }) => decision === 'refuse' || (reason ?? note) === undefined, {
    path: ['reason'],
    message: 'only where something is refused',
  });
export type DecisionBody = z.output<typeof DecisionBody>;

/** The rows that a decision would change. Done already, it changes none. */
export function rowsToDecide(rows: readonly OpenRow[], body: DecisionBody): OpenRow[] {
  const asked = body.rows === 'all' ? undefined : new Set(body.rows);
  return rows.filter(({ id, state, record }) => {
    if (asked && !asked.has(id)) return false;
    if (body.decision === 'reopen') return state === 'accepted' || state === 'refused';
    if (!asked) return state === 'proposed';
    if (body.decision === 'accept') return state !== 'accepted';
    // The words of a note are sealed anew each time, so one with a note counts as another.
    return state !== 'refused' || record.reason !== body.reason || body.note !== undefined;
  });
}

export async function decideRows(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing'>,
  rows: readonly OpenRow[],
  body: DecisionBody,
  decision: PlanDecisionRecord,
): Promise<Outcome> {
  const { number } = decision;
  if (body.decision === 'accept') {
    const to: Decided = { state: 'accepted', decision: number };
    return acceptRows(
      deps,
      decision,
      rows.map((row) => ({ row, to })),
    );
  }
  const referred = await referredRows(deps.db, rows);
  const free = rows.filter((row) => !referred.includes(row));
  const [placed, unplaced] = [free.filter(hasOffer), free.filter((row) => !hasOffer(row))];
  const changes =
    body.decision === 'reopen'
      ? placed.map((row): RowChange => ({ row, to: { state: 'proposed', decision: number } }))
      : await refusals(deps, placed, body, number);
  const changed = await changeRows(deps.db, changes);
  await endPlacements(
    deps.db,
    changed.flatMap(({ row }) => (row.state === 'accepted' ? row.placement! : [])),
  );
  const conflicts = [...conflictsOf(referred, 'referred'), ...conflictsOf(unplaced, 'unplaced')];
  return { changed, conflicts: [...conflicts, ...lostTo(changes, changed)] };
}

/** Rows that somebody else changed at the same moment. */
export function lostTo(asked: readonly RowChange[], changed: readonly RowChange[]): PlanConflict[] {
  const done = new Set(changed.map(({ row }) => row.id));
  return conflictsOf(
    asked.filter(({ row }) => !done.has(row.id)).map(({ row }) => row),
    'changed',
  );
}

export function conflictsOf(rows: readonly OpenRow[], code: PlanConflict['code']): PlanConflict[] {
  return rows.map(({ id }) => ({ row: id, code }));
}

function hasOffer({ record }: OpenRow): boolean {
  return record.offerId !== undefined;
}

async function refusals(
  deps: Pick<Deps, 'db' | 'sealing'>,
  rows: readonly OpenRow[],
  { reason, note }: DecisionBody,
  number: number,
): Promise<RowChange[]> {
  const to: Decided = { state: 'refused', decision: number, ...(reason && { reason }) };
  if (note === undefined) return rows.map((row) => ({ row, to }));
  const sealers = await studentSealers(deps, [...new Set(rows.map(({ student }) => student.id))]);
  return rows.flatMap((row) => {
    const sealedNote = sealers.get(row.student.id)?.seal(note, notePlace(row.record.id));
    return sealedNote === undefined ? [] : [{ row, to: { ...to, sealedNote } }];
  });
}
