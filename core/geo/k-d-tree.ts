import { selectByKey } from './select-by-key.ts';
import type { SpherePoints, UnitVector } from './sphere-points.ts';

/**
 * Points on the unit sphere, halved again and again across the longest side of the box around them, until few lie
 * together. A node is a number: 1 is all, 2n and 2n + 1 are the halves of n, those from 2^levels on are leaves. Points
 * lie in the order of the leaves: node j of 2^d on its level has those from ⌊size·j ÷ 2^d⌋ to ⌊size·(j + 1) ÷ 2^d⌋, so
 * nothing is written down of it but its box. All in typed arrays, which threads can share.
 */
export interface KdTree {
  levels: number;
  /** Of each point in leaf order: its place among the points that the tree was made of. */
  place: Uint32Array;
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  /** Six numbers a node: least x, y, z, greatest x, y, z. */
  boxes: Float64Array;
}

/** Makes the room for a column; a shared one where threads are to read it. */
export type MakeRoom = (bytes: number) => ArrayBufferLike;

/** Points of a leaf at most. */
const LEAF = 16;

/** @throws RangeError for a point that is none (NaN) */
export function kdTree(
  { x, y, z }: Pick<SpherePoints, 'x' | 'y' | 'z'>,
  makeRoom: MakeRoom = (bytes) => new ArrayBuffer(bytes),
): KdTree {
  const size = x.length;
  const levels = Math.max(0, Math.ceil(Math.log2(size / LEAF)));
  const place = new Uint32Array(makeRoom(4 * size));
  for (let i = 0; i < size; i++) {
    if (!Number.isFinite(x[i]! + y[i]! + z[i]!)) throw new RangeError(`point ${i} is nowhere`);
    place[i] = i;
  }
  const boxes = new Float64Array(makeRoom(8 * 6 * 2 ** (levels + 1)));
  for (let node = 1; node < 2 ** (levels + 1); node++) {
    const [from, to] = stretchOf(node, size);
    writeBox(boxes, node, [x, y, z], place.subarray(from, to));
    if (node >= 2 ** levels) continue;
    const across = [x, y, z][longestSide(boxes, node)]!;
    selectByKey(place, across, stretchOf(2 * node, size)[1], from, to - 1);
  }
  const inOrder = (column: Float64Array) => {
    const ordered = new Float64Array(makeRoom(8 * size));
    for (let i = 0; i < size; i++) ordered[i] = column[place[i]!]!;
    return ordered;
  };
  return { levels, place, x: inOrder(x), y: inOrder(y), z: inOrder(z), boxes };
}

/**
 * Visits every point whose squared chord from the origin is at most `bound`, and may visit nothing else; what `visit`
 * answers is the bound from then on. Nearer boxes come first, so that a bound that shrinks soon is small.
 */
export function visitNear(
  tree: KdTree,
  [ox, oy, oz]: UnitVector,
  bound: number,
  visit: (place: number, chordSquared: number) => number,
): void {
  const { place, x, y, z } = tree;
  const leaves = 2 ** tree.levels;
  if (place.length > 0 && chordToBox(tree.boxes, 1, ox, oy, oz) <= bound) descend(1);

  function descend(node: number): void {
    if (node >= leaves) look(node);
    else {
      const left = chordToBox(tree.boxes, 2 * node, ox, oy, oz);
      const right = chordToBox(tree.boxes, 2 * node + 1, ox, oy, oz);
      const nearer = right < left ? 1 : 0;
      if (Math.min(left, right) <= bound) descend(2 * node + nearer);
      if (Math.max(left, right) <= bound) descend(2 * node + 1 - nearer);
    }
  }

  function look(node: number): void {
    const [from, to] = stretchOf(node, place.length);
    for (let i = from; i < to; i++) {
      const dx = x[i]! - ox;
      const dy = y[i]! - oy;
      const dz = z[i]! - oz;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord <= bound) bound = visit(place[i]!, chord);
    }
  }
}

/** First point of a node in leaf order, and the first behind it. */
export function stretchOf(node: number, size: number): [from: number, to: number] {
  const width = 2 ** (31 - Math.clz32(node));
  return [Math.floor((size * (node - width)) / width), Math.floor((size * (node - width + 1)) / width)];
}

/**
 * Squared chord to the nearest place in a node's box. Never more than to a point within, not even by rounding:
 * differences, squares and sums are taken as for the point, and rounding keeps their order.
 */
export function chordToBox(boxes: Float64Array, node: number, ox: number, oy: number, oz: number): number {
  const at = 6 * node;
  const dx = Math.max(boxes[at]! - ox, 0, ox - boxes[at + 3]!);
  const dy = Math.max(boxes[at + 1]! - oy, 0, oy - boxes[at + 4]!);
  const dz = Math.max(boxes[at + 2]! - oz, 0, oz - boxes[at + 5]!);
  return dx * dx + dy * dy + dz * dz;
}

function writeBox(
  boxes: Float64Array,
  node: number,
  columns: readonly Float64Array[],
  members: Uint32Array,
): void {
  columns.forEach((column, axis) => {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (const member of members) {
      least = Math.min(least, column[member]!);
      greatest = Math.max(greatest, column[member]!);
    }
    boxes[6 * node + axis] = least;
    boxes[6 * node + 3 + axis] = greatest;
  });
}

function longestSide(boxes: Float64Array, node: number): number {
  const [a, b, c] = [0, 1, 2].map((axis) => boxes[6 * node + 3 + axis]! - boxes[6 * node + axis]!);
  if (a! >= b! && a! >= c!) return 0;
  return b! >= c! ? 1 : 2;
}
