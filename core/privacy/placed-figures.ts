import { WHOLE_SCHOOL } from './count-needs.ts';
import { type Group, studentsOf } from './home-count.ts';
import { type HeldFigure, renewFigures } from './renew-figures.ts';
import type { PlacedStudent } from './shared-figures.ts';

/** How many students of a school have a place at some service. */
export interface PlacedFigure extends HeldFigure {
  schoolId: string;
}

export interface PlacedInput {
  /** Schools that are told of, with their students as they are told. */
  groups: readonly Group[];
  students: readonly { id: string; schoolId: string }[];
  placed: readonly Pick<PlacedStudent, 'studentId'>[];
  threshold: number;
}

const PLACED = 'placed';

/**
 * Counts who has a place, school by school, and holds on to what was counted as every figure does: told where at least
 * the threshold have one and as many have none. It is a figure of its own beside those of needs, so who shows it shows
 * its band alone (core/privacy/band.ts): nothing can be subtracted from a band.
 */
export function placedFigures(
  { groups, students, placed, threshold }: PlacedInput,
  held: readonly PlacedFigure[],
): PlacedFigure[] {
  const hasPlace = new Set(placed.map(({ studentId }) => studentId));
  const now = new Map<string, number>();
  for (const { id, schoolId } of students)
    if (hasPlace.has(id)) now.set(schoolId, (now.get(schoolId) ?? 0) + 1);
  return [...new Set(groups.map(({ schoolId }) => schoolId))].flatMap((schoolId) => {
    const whole = studentsOf(groups.filter((group) => group.schoolId === schoolId));
    const last = held.find((figure) => figure.schoolId === schoolId);
    const count = now.get(schoolId) ?? 0;
    if (count === 0 && !last) return [];
    const figures = [
      { id: WHOLE_SCHOOL, students: whole, within: [] },
      { id: PLACED, students: count, within: [WHOLE_SCHOOL] },
    ];
    const known: [string, HeldFigure][] = last ? [[PLACED, last]] : [];
    const before = new Map([[WHOLE_SCHOOL, { students: whole, told: true }], ...known]);
    return [{ schoolId, ...renewFigures(figures, before, threshold).get(PLACED)! }];
  });
}
