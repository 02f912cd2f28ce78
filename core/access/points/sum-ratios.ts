import { CHUNK, type Chunk, LEVELS, type PointTask } from './point-task.ts';
import type { ReachLog } from './reach-log.ts';

export interface RatioSummer {
  /** Sets the access of a chunk's items, from what was found around it. */
  sum(chunk: Chunk, found: ReachLog['entries']): void;
}

/** Adds up the ratios of the sites that were found around each slot, weighted by step. */
export function ratioSummer({ steps, item, lastSlot, ratio, access }: PointTask): RatioSummer {
  /** What a site within a step counts more than one that is only within the next. */
  const gains = steps.map(([, weight], step) => weight - (steps[step + 1]?.[1] ?? 0));
  /** Ratios of the sites that are within the step for each set of a node's four slots. */
  const b = new Float64Array(16);
  const sums = new Float64Array(CHUNK);
  let entries: Uint32Array;
  let next = 0;
  let gain = 0;
  let begin = 0;
  let end = 0;

  /** @param above ratios of the sites within the step for all of a node above */
  function visit(level: number, from: number, above: number): void {
    let reached = above;
    const all = next + 1 + entries[next]!;
    for (let i = next + 1; i < all; i++) reached += ratio[entries[i]!]!;
    next = all + 1;
    if (level === 0) {
      addFour(from - begin, next + entries[all]!, reached);
      return;
    }
    const last = Math.min(from + 4 ** (level + 1), end);
    if (entries[all] === 0) for (let slot = from; slot < last; slot++) sums[slot - begin]! += gain * reached;
    else for (let child = from; child < last; child += 4 ** level) visit(level - 1, child, reached);
  }

  function addFour(at: number, to: number, reached: number): void {
    b.fill(0);
    for (let i = next; i < to; i++) b[entries[i]! & 15]! += ratio[entries[i]! >>> 4]!;
    next = to;
    const both = b[3]! + b[7]! + b[11]! + b[15]!;
    const others = b[12]! + b[13]! + b[14]! + b[15]!;
    sums[at]! += gain * (reached + both + b[1]! + b[5]! + b[9]! + b[13]!);
    sums[at + 1]! += gain * (reached + both + b[2]! + b[6]! + b[10]! + b[14]!);
    sums[at + 2]! += gain * (reached + others + b[4]! + b[5]! + b[6]! + b[7]!);
    sums[at + 3]! += gain * (reached + others + b[8]! + b[9]! + b[10]! + b[11]!);
  }

  return {
    sum({ group, from }, found) {
      entries = found;
      next = 0;
      begin = from;
      end = lastSlot[group]!;
      sums.fill(0);
      for (gain of gains) visit(LEVELS - 1, from, 0);
      for (let slot = from; slot < Math.min(from + CHUNK, end); slot++)
        access[item[slot]!] = sums[slot - from]!;
    },
  };
}
