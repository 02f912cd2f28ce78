import { cheapestSteps, type Standing, type Step } from './cheapest-steps.ts';

export interface Chains {
  /** The cheapest chain of steps from a slot to one that has space. A slot that once had none never has again. */
  cheapest(from: number, hasSpace: (slot: number) => boolean): Step[];
  move(step: Step, people: number): void;
  /** Per slot: what one more place there would save. */
  saves(slot: number): number;
}

/**
 * By E. Dijkstra's rule with prices at the slots, under which no step costs less than nothing (N. Tomizawa, 1971;
 * J. Edmonds and R. Karp, 1972). Slots with space keep price 0, so the first of them that is reached is the end.
 */
export function chainsOf(standing: Standing): Chains {
  const { slots } = standing;
  const { row, key, move } = cheapestSteps(standing);
  const price = new Float64Array(slots);
  const far = new Float64Array(slots);
  const isDone = new Uint8Array(slots);
  /** From which slot each was reached. */
  const before = new Int32Array(slots);
  const lookOn = (from: number) => {
    const here = far[from]! + price[from]!;
    for (let to = 0; to < slots; to++) {
      if (isDone[to]) continue;
      // Never below where it comes from but for rounding.
      const way = Math.max(far[from]!, here + key[from * slots + to]! - price[to]!);
      if (!(way < far[to]!)) continue;
      far[to] = way;
      before[to] = from;
    }
  };
  return {
    cheapest(from, hasSpace) {
      far.fill(Number.POSITIVE_INFINITY);
      isDone.fill(0);
      far[from] = 0;
      let end = from;
      while (!hasSpace(end)) {
        isDone[end] = 1;
        lookOn(end);
        end = nearestOf(far, isDone);
      }
      for (let slot = 0; slot < slots; slot++) if (isDone[slot]) price[slot]! += far[slot]! - far[end]!;
      const chain: Step[] = [];
      for (let to = end; to !== from; to = before[to]!)
        chain.unshift({ row: row[before[to]! * slots + to]!, from: before[to]!, to });
      return chain;
    },
    move,
    saves: (slot) => Math.max(0, -price[slot]!),
  };
}

function nearestOf(far: Float64Array, isDone: Uint8Array): number {
  let nearest = -1;
  for (let slot = 0; slot < far.length; slot++)
    if (!isDone[slot] && (nearest < 0 || far[slot]! < far[nearest]!)) nearest = slot;
  return nearest;
}
