import { greatCircleKm } from '../geo/great-circle-km.ts';
import { type KdTree, kdTree, visitNear } from '../geo/k-d-tree.ts';
import type { Position } from '../geo/point.ts';
import { chordBound, spherePoints, unitVector } from '../geo/sphere-points.ts';
import { type ModeRule, reachKm, travelMinutes } from '../travel/travel.ts';

/** Places that can be asked for by how far they are. */
export interface Around {
  positions: readonly Position[];
  tree: KdTree;
}

export function around(positions: readonly Position[]): Around {
  return { positions, tree: kdTree(spherePoints(positions)) };
}

/** Visits each place within `limit` minutes of a point, the limit included; answers at how many it looked. */
export function visitCatchment(
  { positions, tree }: Around,
  point: Position,
  rule: ModeRule,
  limit: number,
  visit: (place: number, minutes: number) => void,
): number {
  const bound = chordBound(reachKm(limit, rule));
  let looked = 0;
  visitNear(tree, unitVector(point), bound, (place) => {
    looked++;
    const minutes = travelMinutes(greatCircleKm(positions[place]!, point), rule);
    if (minutes <= limit) visit(place, minutes);
    return bound;
  });
  return looked;
}
