import { roundMinutes } from '../travel/trip.ts';
import type { GapResult, GapRow } from './gap.ts';
import type { Nearest } from './nearest-offer.ts';

/** A row before hiding, with the students behind `unmet`, which counts needs. Never to be shown as it is. */
export interface OpenGapRow extends GapRow {
  students: number;
  covered: number;
  unmetStudents: number;
}

/** Figures that must go through `hideSmallNumbers` before anybody sees them. */
export interface OpenGapResult extends GapResult {
  total: OpenGapRow;
  bySchool: OpenGapRow[];
  byCell: OpenGapRow[];
}

/** A row about nobody yet. `matched`: there has been a matching, so that unmet needs are counted from 0. */
export function emptyRow(
  { id, name }: { id: string; name?: string },
  nearest: Nearest | undefined,
  matched: boolean,
): OpenGapRow {
  return {
    id,
    ...(name !== undefined && { name }),
    students: 0,
    covered: 0,
    share: null,
    unmet: matched ? 0 : null,
    unmetStudents: 0,
    nearestMinutes: nearest ? roundMinutes(nearest.minutes) : null,
    nearestOfferId: nearest?.offerId ?? null,
    hidden: false,
  };
}

/** Adds one student with that many unmet needs. */
export function countStudent(row: OpenGapRow, covered: boolean, unmet: number): void {
  row.students += 1;
  row.covered += Number(covered);
  row.unmetStudents += Number(unmet > 0);
  if (row.unmet !== null) row.unmet += unmet;
  row.share = row.covered / row.students;
}
