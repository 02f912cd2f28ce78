import type { PlacementProblem } from '../../../core/placement/problem.ts';

/** How many of urgency 3, 2 and 1 are placed, then the total score; without urgency the score alone counts. */
export type Worth = [number, number, number, number];

export function worthOf(problem: PlacementProblem, edgeOf: ArrayLike<number>): Worth {
  const worth: Worth = [0, 0, 0, 0];
  for (let r = 0; r < edgeOf.length; r++)
    if (edgeOf[r]! >= 0) add(worth, edgeWorth(problem, r, edgeOf[r]!), 1);
  return worth;
}

/** The best of all placements, by trying every one. */
export function bruteForce(problem: PlacementProblem): Worth {
  const requests = problem.first.length - 1;
  const left = Int32Array.from(problem.capacity);
  let best: Worth = [0, 0, 0, 0];
  const go = (r: number, worth: Worth) => {
    if (r === requests) {
      if (compare(worth, best) > 0) best = [...worth];
      return;
    }
    go(r + 1, worth);
    for (let edge = problem.first[r]!; edge < problem.first[r + 1]!; edge++) {
      const service = problem.service[edge]!;
      if (left[service] === 0) continue;
      left[service]!--;
      const more: Worth = [...worth];
      add(more, edgeWorth(problem, r, edge), 1);
      go(r + 1, more);
      left[service]!++;
    }
  };
  go(0, best);
  return best;
}

/**
 * The textbook's way: place one request more along the path that gains most (Bellman and Ford over requests and
 * services), as long as one gains anything. Worths are compared class by class, never as one number.
 */
export function naivePlacement(problem: PlacementProblem): Int32Array {
  const edgeOf = new Int32Array(problem.first.length - 1).fill(-1);
  while (improve(problem, edgeOf)) {
    // Each turn places one request more.
  }
  return edgeOf;
}

function improve(problem: PlacementProblem, edgeOf: Int32Array): boolean {
  const { first, service, capacity } = problem;
  const gain: (Worth | undefined)[] = Array.from(capacity, () => undefined);
  const by: { request: number; edge: number }[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    for (let r = 0; r < edgeOf.length; r++) {
      const from = edgeOf[r]! < 0 ? ([0, 0, 0, 0] as Worth) : gain[service[edgeOf[r]!]!];
      if (!from) continue;
      for (let edge = first[r]!; edge < first[r + 1]!; edge++) {
        if (edge === edgeOf[r]) continue;
        const next: Worth = [...from];
        add(next, edgeWorth(problem, r, edge), 1);
        if (edgeOf[r]! >= 0) add(next, edgeWorth(problem, r, edgeOf[r]!), -1);
        const to = service[edge]!;
        if (gain[to] && compare(next, gain[to]) <= 0) continue;
        gain[to] = next;
        by[to] = { request: r, edge };
        changed = true;
      }
    }
  }
  const load = new Int32Array(capacity.length);
  for (const edge of edgeOf) if (edge >= 0) load[service[edge]!]!++;
  let end = -1;
  gain.forEach((worth, at) => {
    if (worth && load[at]! < capacity[at]! && compare(worth, end < 0 ? [0, 0, 0, 0] : gain[end]!) > 0)
      end = at;
  });
  if (end < 0) return false;
  for (let at = end; ; ) {
    const { request, edge } = by[at]!;
    const old = edgeOf[request]!;
    edgeOf[request] = edge;
    if (old < 0) return true;
    at = service[old]!;
  }
}

function edgeWorth({ urgency, score }: PlacementProblem, request: number, edge: number): Worth {
  const worth: Worth = [0, 0, 0, score[edge]!];
  if (urgency) worth[3 - urgency[request]!] = 1;
  return worth;
}

function add(worth: Worth, other: Worth, times: number): void {
  for (let n = 0; n < 4; n++) worth[n]! += times * other[n]!;
}

export function compare(a: Worth, b: Worth): number {
  for (let n = 0; n < 4; n++) if (a[n] !== b[n]) return a[n]! - b[n]!;
  return 0;
}
