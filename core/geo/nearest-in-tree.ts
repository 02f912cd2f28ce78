import { greatCircleKm } from './great-circle-km.ts';
import { type KdTree, visitNear } from './k-d-tree.ts';
import type { Position } from './point.ts';
import { chordBound, type SpherePoints, unitVector } from './sphere-points.ts';

/** The nearest of the points that the tree was made of by `greatCircleKm`, of equal ones the first; undefined where there is none. */
export function nearestInTree(
  tree: KdTree,
  { positions }: Pick<SpherePoints, 'positions'>,
  origin: Position,
): { index: number; km: number } | undefined {
  let best: { index: number; km: number } | undefined;
  let bound = Number.POSITIVE_INFINITY;
  visitNear(tree, unitVector(origin), bound, (index) => {
    const km = greatCircleKm(origin, positions[index]!);
    if (!best || km < best.km || (km === best.km && index < best.index)) {
      best = { index, km };
      bound = chordBound(km);
    }
    return bound;
  });
  return best;
}
