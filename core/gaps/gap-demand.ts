import { cellToParent, getResolution, isValidCell } from 'h3-js';
import type { Need, Student } from '../students/student.ts';

/** What gaps read of a student; whole students fit. */
export type GapStudent = Pick<Student, 'id' | 'schoolId' | 'homeCell'> & {
  needs: readonly Pick<Need, 'term'>[];
};

/** Whether a student has a need of one of the terms. */
export function needsOneOf(student: GapStudent, terms: ReadonlySet<string>): boolean {
  return student.needs.some(({ term }) => terms.has(term));
}

/** The home's cell, coarsened to `resolution` where it is finer; undefined where the home is not known. */
export function homeCellOf({ homeCell }: GapStudent, resolution: number | undefined): string | undefined {
  if (homeCell === undefined || !isValidCell(homeCell)) return undefined;
  if (resolution === undefined || getResolution(homeCell) <= resolution) return homeCell;
  return cellToParent(homeCell, resolution);
}
