import type { PlanRow } from './plan.ts';
import { inTenThousandths, isPlaced } from './plan-totals.ts';

/**
 * `moved`: placed in both, elsewhere · `gained`, `lost`: placed in one of them only · `decided`: the same place or none
 * in both, but another state · `rescored`: the same place and state with another score · `added`, `gone`: a need
 * without a place that the other plan does not know.
 */
export type ChangeKind = 'moved' | 'gained' | 'lost' | 'decided' | 'rescored' | 'added' | 'gone';

/** One need whose rows differ: `a` in the first plan, `b` in the second. */
export interface PlanDifference {
  id: string;
  kind: ChangeKind;
  a: PlanRow | null;
  b: PlanRow | null;
}

export interface PlanComparison {
  /** In order of id. */
  differences: PlanDifference[];
  counts: Record<ChangeKind, number>;
  /** Most urgent first: needs that gained a place and lost one. */
  byUrgency: { urgency: PlanRow['urgency']; gained: number; lost: number; moved: number }[];
  /** Total score of the second minus that of the first. */
  total: number;
}

export function comparePlans(a: readonly PlanRow[], b: readonly PlanRow[]): PlanComparison {
  const differences = differencesOf(a, b);
  const counts = { moved: 0, gained: 0, lost: 0, decided: 0, rescored: 0, added: 0, gone: 0 };
  const byUrgency = ([3, 2, 1] as const).map((urgency) => ({ urgency, gained: 0, lost: 0, moved: 0 }));
  let total = 0;
  for (const { kind, a: first, b: second } of differences) {
    const { urgency } = (second ?? first)!;
    counts[kind]++;
    total += worth(second) - worth(first);
    if (kind === 'gained' || kind === 'lost' || kind === 'moved') byUrgency[3 - urgency]![kind]++;
  }
  return { differences, counts, byUrgency, total: total / 10_000 };
}

function differencesOf(a: readonly PlanRow[], b: readonly PlanRow[]): PlanDifference[] {
  const rest = new Map(b.map((row) => [row.id, row]));
  const pairs: [PlanRow | null, PlanRow | null][] = [];
  for (const row of a) {
    pairs.push([row, rest.get(row.id) ?? null]);
    rest.delete(row.id);
  }
  for (const row of rest.values()) pairs.push([null, row]);
  return pairs
    .map(([first, second]) => ({
      id: (first ?? second)!.id,
      kind: kindOf(first, second),
      a: first,
      b: second,
    }))
    .filter((pair): pair is PlanDifference => pair.kind !== undefined)
    .sort((x, y) => (x.id < y.id ? -1 : 1));
}

function kindOf(a: PlanRow | null, b: PlanRow | null): ChangeKind | undefined {
  const [from, to] = [placeOf(a), placeOf(b)];
  if (from !== to) return from === undefined ? 'gained' : to === undefined ? 'lost' : 'moved';
  if (!a) return 'added';
  if (!b) return 'gone';
  if (a.state !== b.state) return 'decided';
  return worth(a) === worth(b) ? undefined : 'rescored';
}

function placeOf(row: PlanRow | null): string | undefined {
  return row && isPlaced(row.state) ? row.offerId : undefined;
}

function worth(row: PlanRow | null): number {
  return row && isPlaced(row.state) ? inTenThousandths(row.score ?? 0) : 0;
}
