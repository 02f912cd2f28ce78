import type { Position } from './point.ts';

/** Pairs of edges that are looked at before an outline is given up as too tangled. */
const MOST_PAIRS = 20_000_000;

/**
 * A place near which two edges of closed rings cross within both of them, or undefined. Edges that only touch, at a
 * corner or along each other, do not cross: inside and outside stay clear. Edges are swept from west to east, so an
 * outline of n corners takes about n log n steps; one that is tangled on purpose is given up.
 */
export function findCrossing(rings: readonly (readonly Position[])[]): Position | 'too tangled' | undefined {
  const edges = rings.flatMap((ring) =>
    ring.slice(1).map((to, n): readonly [Position, Position] => [ring[n]!, to]),
  );
  const west = Float64Array.from(edges, ([a, b]) => Math.min(a[0], b[0]));
  const order = Uint32Array.from(edges.keys()).sort((a, b) => west[a]! - west[b]!);
  let open: number[] = [];
  let pairs = 0;
  for (const next of order) {
    const [a, b] = edges[next]!;
    open = open.filter((other) => Math.max(edges[other]![0][0], edges[other]![1][0]) >= west[next]!);
    pairs += open.length;
    if (pairs > MOST_PAIRS) return 'too tangled';
    for (const other of open) {
      const [c, d] = edges[other]!;
      if (Math.max(c[1], d[1]) < Math.min(a[1], b[1]) || Math.min(c[1], d[1]) > Math.max(a[1], b[1]))
        continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return a;
    }
    open.push(next);
  }
  return undefined;
}

/** J. R. Shewchuk's bound for the rounding of the sum below ("Adaptive precision", 1997): closer than that touches. */
const ROUNDING = 3.3306690738754716e-16;

/** 1 where c lies left of the line from a to b, -1 where right, 0 where it lies on it as far as can be told. */
function side(a: Position, b: Position, c: Position): -1 | 0 | 1 {
  const left = (b[0] - a[0]) * (c[1] - a[1]);
  const right = (b[1] - a[1]) * (c[0] - a[0]);
  const turn = left - right;
  if (Math.abs(turn) <= ROUNDING * (Math.abs(left) + Math.abs(right))) return 0;
  return turn > 0 ? 1 : -1;
}
