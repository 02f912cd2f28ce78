import { type RowHeap, rowHeap } from './row-heap.ts';

/** People and where they are: rows × slots, a slot for each open site and the last for those who go nowhere. */
export interface Standing {
  slots: number;
  /** What one of a row costs there; endless where nobody of it can go. */
  cost: Float64Array;
  people: Float64Array;
  /** No finite cost is higher. */
  longest: number;
}

/** Somebody of this row goes from one slot to another. */
export interface Step {
  row: number;
  from: number;
  to: number;
}

export interface Chains {
  /** The cheapest chain of steps from a slot to one that has space. */
  cheapest(from: number, hasSpace: (slot: number) => boolean): Step[];
  move(step: Step, people: number): void;
}

export function chainsOf({ slots, cost, people, longest }: Standing): Chains {
  const rows = people.length / slots;
  /** A circle of steps costs nothing but for rounding: what saves no more than that is no way. */
  const rounding = ROUNDING * longest;
  /** Per pair of slots: whose step costs least. Who has left stays in until it is on top. */
  const heaps: (RowHeap | undefined)[] = new Array(slots * slots);
  const offer = (heap: RowHeap, row: number, from: number, to: number) => {
    const way = cost[row * slots + to]!;
    if (way < Number.POSITIVE_INFINITY) heap.push(row, way - cost[row * slots + from]!);
  };
  const heapOf = (from: number, to: number): RowHeap => {
    const known = heaps[from * slots + to];
    if (known) return known;
    const heap = rowHeap();
    for (let row = 0; row < rows; row++) if (people[row * slots + from]! > 0) offer(heap, row, from, to);
    heaps[from * slots + to] = heap;
    return heap;
  };
  const best = (from: number, to: number): RowHeap => {
    const heap = heapOf(from, to);
    while (heap.topRow() >= 0 && people[heap.topRow() * slots + from] === 0) heap.pop();
    return heap;
  };
  return {
    cheapest(from, hasSpace) {
      const far = new Float64Array(slots).fill(Number.POSITIVE_INFINITY);
      const before: (Step | undefined)[] = new Array(slots);
      far[from] = 0;
      const waiting = [from];
      const isWaiting = new Uint8Array(slots);
      // Steps may save something, but no round of them does, so this ends (R. Bellman 1958, E. Moore 1959).
      for (let slot = waiting.shift(); slot !== undefined; slot = waiting.shift()) {
        isWaiting[slot] = 0;
        if (hasSpace(slot)) continue;
        for (let to = 0; to < slots; to++) {
          if (to === slot || to === from) continue;
          const heap = best(slot, to);
          const way = far[slot]! + heap.topKey();
          if (!(way < far[to]! - rounding)) continue;
          far[to] = way;
          before[to] = { row: heap.topRow(), from: slot, to };
          if (!isWaiting[to]) waiting.push(to);
          isWaiting[to] = 1;
        }
      }
      let end = -1;
      for (let slot = 0; slot < slots; slot++)
        if (slot !== from && hasSpace(slot) && (end < 0 || far[slot]! < far[end]!)) end = slot;
      const steps: Step[] = [];
      for (let step = before[end]; step; step = before[step.from]) steps.unshift(step);
      return steps;
    },
    move({ row, from, to }, moved) {
      const [off, on] = [row * slots + from, row * slots + to];
      const isNew = people[on] === 0;
      people[off]! -= moved;
      people[on]! += moved;
      if (!isNew) return;
      for (let next = 0; next < slots; next++) {
        const heap = heaps[to * slots + next];
        if (heap && next !== to) offer(heap, row, to, next);
      }
    },
  };
}

const ROUNDING = 1e-12;
