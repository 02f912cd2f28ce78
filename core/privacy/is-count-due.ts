import type { StudentCounts } from './student-counts.ts';

/** Students are counted again after a week: what changes in between is told together. */
const DAYS = 7;
/** … or once this share of them has come, gone or changed school, as after an import, or as many places were given. */
const MANY = 0.1;

/** A count with the numbers by school on which it was made, which are never told. */
export type KeptCounts = Pick<StudentCounts, 'countedOn' | 'threshold' | 'matched'> & {
  bySchool: readonly SchoolSize[];
  /** Places in force then. */
  placements?: number;
};

export interface SchoolSize {
  schoolId: string;
  students: number;
}

export interface CountState {
  today: string;
  threshold: number;
  matched: boolean;
  bySchool: readonly SchoolSize[];
  /** Places in force: given by plans, or held by a referral that was accepted. */
  placements: number;
}

/** Whether students must be counted anew before the next figure is told. */
export function isCountDue(kept: KeptCounts | undefined, now: CountState): boolean {
  if (!kept || kept.threshold !== now.threshold || (now.matched && !kept.matched)) return true;
  if (Date.parse(now.today) - Date.parse(kept.countedOn) >= DAYS * 86_400_000) return true;
  const all = now.bySchool.reduce((sum, { students }) => sum + students, 0);
  const many = Math.max(now.threshold, all * MANY);
  const placed = Math.abs(now.placements - (kept.placements ?? 0));
  return placed >= many || moved(kept.bySchool, now.bySchool) >= many;
}

function moved(before: readonly SchoolSize[], after: readonly SchoolSize[]): number {
  const change = new Map(after.map(({ schoolId, students }) => [schoolId, students]));
  for (const { schoolId, students } of before) change.set(schoolId, (change.get(schoolId) ?? 0) - students);
  return [...change.values()].reduce((sum, difference) => sum + Math.abs(difference), 0);
}
