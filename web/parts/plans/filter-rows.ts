import type { PlanRow, RowState } from '../../../core/placement/plan.ts';
import type { PlanPlaces } from '../../api/plans.ts';
import { type SortValue, sortRows } from '../work/sort-rows.ts';
import { flowIdOf } from './flows.ts';

/** Which rows of a plan are shown. */
export interface PlanFilter {
  school: string | null;
  term: string | null;
  urgency: '1' | '2' | '3' | null;
  state: RowState | null;
  /** From one school to one place (flows.ts). */
  flow: string | null;
}

export const NO_FILTER: PlanFilter = { school: null, term: null, urgency: null, state: null, flow: null };

export function filterRows(
  rows: readonly PlanRow[],
  { school, term, urgency, state, flow }: PlanFilter,
  number: string,
  places: PlanPlaces,
): PlanRow[] {
  const part = number.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (school === null || row.schoolId === school) &&
      (term === null || row.term === term) &&
      (urgency === null || String(row.urgency) === urgency) &&
      (state === null || row.state === state) &&
      (part === '' || row.localId.toLowerCase().includes(part)) &&
      (flow === null || flowIdOf(row, places) === flow),
  );
}

export interface RowNames {
  school(id: string): string;
  term(id: string): string;
  place(row: PlanRow): string | null;
}

/** By one column; equal rows stand by urgency, then by the student's number. */
export function sortPlanRows(
  rows: readonly PlanRow[],
  { key, down }: { key: string; down: boolean },
  names: RowNames,
  locale: string,
): PlanRow[] {
  const byNumber = sortRows(rows, (row) => row.localId, false, locale);
  const byUrgency = sortRows(byNumber, (row) => row.urgency, true, locale);
  return sortRows(byUrgency, (row) => sortValueOf(row, key, names), down, locale);
}

const STATE_ORDER: Record<RowState, number> = { unplaced: 0, proposed: 1, accepted: 2, refused: 3 };

function sortValueOf(row: PlanRow, key: string, names: RowNames): SortValue {
  switch (key) {
    case 'number':
      return row.localId;
    case 'grade':
      return row.grade;
    case 'school':
      return names.school(row.schoolId);
    case 'term':
      return names.term(row.term);
    case 'place':
      return names.place(row);
    case 'score':
      return row.score ?? null;
    case 'minutes':
      return row.minutes ?? null;
    case 'state':
      return STATE_ORDER[row.state];
    default:
      return row.urgency;
  }
}
