import type { PlanRow, PlanSummary } from './plan.ts';

export type PlanTotals = Pick<PlanSummary, 'counts' | 'byUrgency' | 'total' | 'meanScore'>;

/** The figures above the rows. A need is placed where its row is proposed or accepted; refused ones go without. */
export function planTotals(rows: Iterable<Pick<PlanRow, 'state' | 'urgency' | 'score'>>): PlanTotals {
  const counts = { proposed: 0, accepted: 0, refused: 0, unplaced: 0 };
  const byUrgency = ([3, 2, 1] as const).map((urgency) => ({ urgency, needs: 0, placed: 0 }));
  let total = 0;
  for (const { state, urgency, score } of rows) {
    const own = byUrgency[3 - urgency]!;
    counts[state]++;
    own.needs++;
    if (!isPlaced(state)) continue;
    own.placed++;
    total += inTenThousandths(score ?? 0);
  }
  const placed = counts.proposed + counts.accepted;
  return { counts, byUrgency, total: total / 10_000, meanScore: placed > 0 ? total / 10_000 / placed : null };
}

export function isPlaced(state: PlanRow['state']): boolean {
  return state === 'proposed' || state === 'accepted';
}

/** Scores are summed as whole numbers, so that a sum does not depend on the order of its rows. */
export function inTenThousandths(score: number): number {
  return Math.round(score * 10_000);
}
