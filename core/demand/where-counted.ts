import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import type { Group } from '../privacy/home-count.ts';

export interface CountedAt {
  kind: 'cell' | 'school';
  id: string;
  point: Position;
}

/**
 * Where a group of students is counted, whatever is asked of them: at the middle of its cell, or at its school where no
 * cell is told. One place a group, so that the same people are the same number on every page.
 */
export function whereCounted(
  { cell, schoolId }: Pick<Group, 'cell' | 'schoolId'>,
  school: Position | undefined,
): CountedAt | undefined {
  const home = cellCenter(cell ?? undefined);
  if (cell !== null && home) return { kind: 'cell', id: cell, point: home };
  return school && { kind: 'school', id: schoolId, point: school };
}
