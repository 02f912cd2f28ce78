import { type RowHeap, rowHeap } from './row-heap.ts';

/** People and where they are: rows × slots, a slot for each open site and the last for those who go nowhere. */
export interface Standing {
  slots: number;
  /** What one of a row costs there; endless where nobody of it can go. */
  cost: Float64Array;
  /** At first everybody is where it costs least. */
  people: Float64Array;
}

/** Somebody of this row goes from one slot to another. */
export interface Step {
  row: number;
  from: number;
  to: number;
}

export interface CheapestSteps {
  /** Per pair of slots: whose step costs least, and what it costs; endless where there is none. */
  row: Int32Array;
  key: Float64Array;
  move(step: Step, people: number): void;
}

/** Kept up to date with every move, because chains look at all pairs much more often than anybody moves. */
export function cheapestSteps({ slots, cost, people }: Standing): CheapestSteps {
  const heaps: RowHeap[] = Array.from({ length: slots * slots }, rowHeap);
  const row = new Int32Array(slots * slots).fill(-1);
  const key = new Float64Array(slots * slots).fill(Number.POSITIVE_INFINITY);
  /** Who has left stays in a heap until it is on top. */
  const renew = (from: number, to: number) => {
    const heap = heaps[from * slots + to]!;
    while (heap.topRow() >= 0 && people[heap.topRow() * slots + from] === 0) heap.pop();
    row[from * slots + to] = heap.topRow();
    key[from * slots + to] = heap.topKey();
  };
  const offer = (own: number, from: number) => {
    for (let to = 0; to < slots; to++) {
      const way = cost[own * slots + to]!;
      if (to !== from && way < Number.POSITIVE_INFINITY)
        heaps[from * slots + to]!.push(own, way - cost[own * slots + from]!);
    }
  };
  const renewAll = (from: number) => {
    for (let to = 0; to < slots; to++) if (to !== from) renew(from, to);
  };
  people.forEach((own, at) => {
    if (own > 0) offer((at - (at % slots)) / slots, at % slots);
  });
  for (let from = 0; from < slots; from++) renewAll(from);
  return {
    row,
    key,
    move({ row: own, from, to }, moved) {
      const [off, on] = [own * slots + from, own * slots + to];
      const isNew = people[on] === 0;
      people[off]! -= moved;
      people[on]! += moved;
      if (people[off] === 0) renewAll(from);
      if (!isNew) return;
      offer(own, to);
      renewAll(to);
    },
  };
}
