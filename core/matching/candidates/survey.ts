import { chordToBox, type KdTree } from '../../geo/k-d-tree.ts';

/**
 * The services around a place, nearest first, copied together so that many requests nearby can look through them
 * without asking the tree again.
 */
export interface Survey {
  size: number;
  /** Squared chord from the place. */
  chord: Float64Array;
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  service: Uint32Array;
  /** Takes all services of a tree within a squared chord of a place; what was there before is overwritten. */
  take(tree: KdTree, x: number, y: number, z: number, bound: number): void;
}

/** By squared chord: in a plane that is even everywhere each holds as many services. */
const BUCKETS = 64;

/** @param largest number of services in a tree */
export function createSurvey(largest: number): Survey {
  const doubles = () => new Float64Array(largest + 1);
  const wholes = () => new Uint32Array(largest + 1);
  const survey = {
    size: 0,
    chord: doubles(),
    x: doubles(),
    y: doubles(),
    z: doubles(),
    service: wholes(),
    take,
  };
  const near = { chord: doubles(), point: wholes() };
  const point = wholes();
  const starts = new Uint32Array(BUCKETS);
  const open = new Uint32Array(64);

  function take(tree: KdTree, x: number, y: number, z: number, bound: number): void {
    const size = gather(tree, x, y, z, bound);
    sort(size, bound);
    for (let i = 0; i < size; i++) {
      const at = point[i]!;
      survey.x[i] = tree.x[at]!;
      survey.y[i] = tree.y[at]!;
      survey.z[i] = tree.z[at]!;
      survey.service[i] = tree.place[at]!;
    }
    survey.size = size;
  }

  /** Every point within the bound, in no order, and how many they are. */
  function gather(tree: KdTree, ox: number, oy: number, oz: number, bound: number): number {
    const { boxes, x, y, z } = tree;
    const { chord, point } = near;
    const leaves = 1 << tree.levels;
    let found = 0;
    let waiting = 0;
    for (let node = 1; node > 0; ) {
      if (node < leaves) {
        const left = chordToBox(boxes, 2 * node, ox, oy, oz) <= bound;
        const right = chordToBox(boxes, 2 * node + 1, ox, oy, oz) <= bound;
        node *= 2;
        if (left && right) open[waiting++] = node + 1;
        if (left) continue;
        if (right) {
          node++;
          continue;
        }
      } else {
        const to = firstOf(node + 1 - leaves, leaves, x.length);
        for (let i = firstOf(node - leaves, leaves, x.length); i < to; i++) {
          const dx = x[i]! - ox;
          const dy = y[i]! - oy;
          const dz = z[i]! - oz;
          const squared = dx * dx + dy * dy + dz * dz;
          chord[found] = squared;
          point[found] = i;
          if (squared <= bound) found++;
        }
      }
      node = waiting > 0 ? open[--waiting]! : 0;
    }
    return found;
  }

  /** Into buckets first; the few that are then out of order move by hand. */
  function sort(size: number, bound: number): void {
    const { chord } = survey;
    const scale = (BUCKETS - 1) / bound;
    starts.fill(0);
    for (let i = 0; i < size; i++) starts[(near.chord[i]! * scale) | 0]!++;
    for (let bucket = 0, start = 0; bucket < BUCKETS; bucket++) {
      const count = starts[bucket]!;
      starts[bucket] = start;
      start += count;
    }
    for (let i = 0; i < size; i++) {
      const at = starts[(near.chord[i]! * scale) | 0]!++;
      chord[at] = near.chord[i]!;
      point[at] = near.point[i]!;
    }
    for (let i = 1; i < size; i++) {
      const squared = chord[i]!;
      const moved = point[i]!;
      let at = i;
      for (; at > 0 && chord[at - 1]! > squared; at--) {
        chord[at] = chord[at - 1]!;
        point[at] = point[at - 1]!;
      }
      chord[at] = squared;
      point[at] = moved;
    }
  }

  return survey;
}

/** First point of the j-th leaf. */
function firstOf(j: number, leaves: number, size: number): number {
  return Math.floor((size * j) / leaves);
}
