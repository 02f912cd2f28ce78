import type { GapResult, GapRow, GapUnit } from './gap.ts';

/** The rows of a result: every school, every cell in which somebody is told of, or every census area. */
export function rowsBy(result: Pick<GapResult, 'bySchool' | 'byCell' | 'byArea'>, by: GapUnit): GapRow[] {
  if (by === 'area') return result.byArea ?? [];
  return by === 'cell' ? result.byCell : result.bySchool;
}

export function allRows(result: Pick<GapResult, 'bySchool' | 'byCell' | 'byArea'>): GapRow[] {
  return [...result.bySchool, ...result.byCell, ...(result.byArea ?? [])];
}
