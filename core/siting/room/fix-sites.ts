import type { RoomBound } from './room-bound.ts';
import type { RoomProblem } from './room-problem.ts';

/** Closes (-1) or opens (1) free sites of which the bound says that no better plan has them otherwise; as fix-columns.ts. */
export function fixSites(
  { p }: RoomProblem,
  { bound, value, isChosen }: RoomBound,
  state: Int8Array,
  isEnough: (bound: number) => boolean,
): { state: Int8Array; count: number } {
  const free = [...state.keys()].filter((site) => state[site] === 0);
  const left = p - state.filter((way) => way === 1).length;
  const sorted = free.map((site) => value[site]!).sort((a, b) => b - a);
  const lastIn = Math.max(0, sorted[left - 1] ?? 0);
  const firstOut = Math.max(0, sorted[left] ?? 0);
  const fixed = state.slice();
  let count = 0;
  for (const site of free) {
    const rise = isChosen[site] ? value[site]! - firstOut : lastIn - value[site]!;
    if (!isEnough(bound + rise)) continue;
    fixed[site] = isChosen[site] ? 1 : -1;
    count++;
  }
  return { state: fixed, count };
}
