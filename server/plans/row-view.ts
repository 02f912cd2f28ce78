import { compact } from '../../core/imports/compact.ts';
import type { PlanRow } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import { studentSealers } from '../sealing/student-sealer.ts';
import type { OpenRow } from './open-rows.ts';
import type { PlanPairRecord } from './plan-collections.ts';

/** Rows as people see them. Of those that are kept together only those that are shown name each other. */
export async function viewRows(
  deps: Pick<Deps, 'db' | 'sealing'>,
  rows: readonly OpenRow[],
  pairs: readonly PlanPairRecord[],
): Promise<PlanRow[]> {
  const [notes, together] = [await openNotes(deps, rows), togetherOf(rows, pairs)];
  return rows.map(({ id, state, record }) => {
    const { studentId, localId, schoolId, grade, term, urgency, choices } = record;
    const { offerId, score, minutes, mode, from, without, reason } = record;
    const said = state === 'refused' ? { reason, note: notes.get(id) } : {};
    const place = compact({ offerId, score, minutes, mode, from, without });
    const need = { id, studentId, localId, schoolId, grade, term, urgency, state, choices };
    return { ...need, ...place, ...compact({ ...said, togetherWith: together.get(id) }) };
  });
}

/** Where a note lies, for sealing. */
export function notePlace(rowRecordId: string): string {
  return `plan-row/${rowRecordId}`;
}

async function openNotes(
  deps: Pick<Deps, 'db' | 'sealing'>,
  rows: readonly OpenRow[],
): Promise<Map<string, string>> {
  const sealed = rows.flatMap(({ id, record: { id: place, studentId, sealedNote } }) =>
    sealedNote === undefined ? [] : [{ id, place, studentId, sealedNote }],
  );
  if (sealed.length === 0) return new Map();
  const sealers = await studentSealers(deps, [...new Set(sealed.map(({ studentId }) => studentId))]);
  return new Map(
    sealed.flatMap(({ id, place, studentId, sealedNote }) => {
      const note = sealers.get(studentId)?.open(sealedNote, notePlace(place));
      return note === undefined ? [] : [[id, note] as const];
    }),
  );
}

function togetherOf(rows: readonly OpenRow[], pairs: readonly PlanPairRecord[]): Map<string, string[]> {
  const shown = new Set(rows.map(({ id }) => id));
  const together = new Map<string, string[]>();
  for (const {
    active,
    rows: [a, b],
  } of pairs) {
    if (!active || !shown.has(a) || !shown.has(b)) continue;
    together.set(a, [...(together.get(a) ?? []), b]);
    together.set(b, [...(together.get(b) ?? []), a]);
  }
  return together;
}
