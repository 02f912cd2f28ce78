import type { PlanRow } from '../../../core/placement/plan.ts';

/* What can be done to a row as it stands. */

export function canAccept({ state }: PlanRow): boolean {
  return state === 'proposed';
}

export function canRefuse({ state }: PlanRow): boolean {
  return state === 'proposed' || state === 'accepted';
}

export function canReopen({ state }: PlanRow): boolean {
  return state === 'accepted' || state === 'refused';
}

export interface RowPair {
  rows: readonly [string, string];
  /** They are kept together already. */
  together: boolean;
}

/** Two rows of two students can be kept together; any other choice cannot. */
export function pairOf(chosen: readonly PlanRow[]): RowPair | null {
  const [a, b] = chosen;
  if (chosen.length !== 2 || !a || !b || a.studentId === b.studentId) return null;
  return { rows: [a.id, b.id], together: a.togetherWith?.includes(b.id) ?? false };
}
