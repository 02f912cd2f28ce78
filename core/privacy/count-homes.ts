import { cellToParent, getResolution, isValidCell } from 'h3-js';
import type { Student } from '../students/student.ts';
import type { HomeCount } from './home-count.ts';

/** Students by school and home cell. */
export function countHomes(
  students: readonly Pick<Student, 'schoolId' | 'homeCell'>[],
  resolution?: number,
): Map<string, HomeCount[]> {
  const bySchool = new Map<string, Map<string | null, number>>();
  for (const { schoolId, homeCell } of students) {
    const counts = bySchool.get(schoolId) ?? new Map<string | null, number>();
    bySchool.set(schoolId, counts);
    const cell = homeCellAt(homeCell, resolution);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return new Map(
    [...bySchool].map(([schoolId, counts]) => [
      schoolId,
      [...counts].map(([cell, students]) => ({ cell, students })),
    ]),
  );
}

/** The home's cell, coarsened to `resolution` where it is finer; null where the home is not known. */
function homeCellAt(homeCell: string | undefined, resolution: number | undefined): string | null {
  if (homeCell === undefined || !isValidCell(homeCell)) return null;
  if (resolution === undefined || getResolution(homeCell) <= resolution) return homeCell;
  return cellToParent(homeCell, resolution);
}
