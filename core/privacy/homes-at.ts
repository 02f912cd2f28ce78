import { cellCenter } from '../geo/cell-center.ts';
import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { HomeCount } from './home-count.ts';

/**
 * Homes counted at the groups that there are: each at its nearest, those that nobody knows at the group of such homes
 * or else at the largest of `groups`, or of what has come together here where `groups` says no number.
 */
export function homesAt(
  groups: readonly (Pick<HomeCount, 'cell'> & Partial<HomeCount>)[],
  homes: readonly HomeCount[],
): HomeCount[] {
  const counts = new Map(groups.map(({ cell }) => [cell, 0]));
  const add = (cell: string | null, students: number) => counts.set(cell, (counts.get(cell) ?? 0) + students);
  let unknown = 0;
  for (const { cell, students } of homes) {
    const at = counts.has(cell) ? cell : nearestCell(groups, cell);
    if (at === undefined) unknown += students;
    else add(at, students);
  }
  if (unknown > 0) add(largestOf(groups, counts), unknown);
  return [...counts].map(([cell, students]) => ({ cell, students }));
}

/** Undefined where the home or all groups are nowhere known. */
function nearestCell(groups: readonly Pick<HomeCount, 'cell'>[], home: string | null) {
  const from = cellCenter(home ?? undefined);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { cell } of groups) {
    const center = cellCenter(cell ?? undefined);
    if (!from || !center || cell === null) continue;
    const km = greatCircleKm(from, center);
    if (km >= least) continue;
    best = cell;
    least = km;
  }
  return best;
}

function largestOf(
  groups: readonly (Pick<HomeCount, 'cell'> & Partial<HomeCount>)[],
  counts: ReadonlyMap<string | null, number>,
): string | null {
  const sizeOf = ({ cell, students = counts.get(cell) ?? 0 }: (typeof groups)[number]) => students;
  return groups.reduce((best, group) => (sizeOf(group) > sizeOf(best) ? group : best)).cell;
}
