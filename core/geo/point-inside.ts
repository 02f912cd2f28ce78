import type { Area, Position } from './point.ts';
import { isInArea } from './point-in-area.ts';
import { ringArea } from './ring-area.ts';

type Polygon = readonly (readonly Position[])[];

/**
 * A point within an area to stand for it: the centroid of its largest polygon, or where that lies outside (a crescent,
 * a ring) the middle of the widest stretch inside, on a line from west to east. Planar in degrees.
 */
export function pointInside(area: Area): Position {
  const polygons: readonly Polygon[] = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const largest = polygons.reduce((best, next) => (sizeOf(next) > sizeOf(best) ? next : best));
  const middle = centroid(largest);
  return isInArea(middle, { type: 'Polygon', coordinates: largest.map((ring) => [...ring]) })
    ? middle
    : midOfWidest(largest, middle[1]);
}

function sizeOf([outer = [], ...holes]: Polygon): number {
  return Math.abs(ringArea(outer)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
}

/** Centre of mass, holes taken out; reckoned from a corner, so that nothing is lost far from 0, 0. */
function centroid(rings: Polygon): Position {
  const [x0, y0] = rings[0]![0]!;
  let [mass, east, north] = [0, 0, 0];
  for (const [n, ring] of rings.entries()) {
    const sign = Math.sign(ringArea(ring)) * (n === 0 ? 1 : -1);
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1, y1, x2, y2] = [
        ring[i]![0] - x0,
        ring[i]![1] - y0,
        ring[i + 1]![0] - x0,
        ring[i + 1]![1] - y0,
      ];
      const part = sign * (x1 * y2 - x2 * y1);
      mass += part;
      east += part * (x1 + x2);
      north += part * (y1 + y2);
    }
  }
  return [x0 + east / (3 * mass), y0 + north / (3 * mass)];
}

/** On a line that meets no corner, in the widest gap between the heights of corners next to `near`. */
function midOfWidest(rings: Polygon, near: number): Position {
  const heights = [...new Set(rings.flat().map(([, y]) => y))].sort((a, b) => a - b);
  const above = Math.min(
    Math.max(
      1,
      heights.findIndex((y) => y > near),
    ),
    heights.length - 1,
  );
  const y = (heights[above - 1]! + heights[above]!) / 2;
  const crossings = rings
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x2, y2], n): number[] => {
        const [x1, y1] = ring[n]!;
        return y1 > y === y2 > y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)];
      }),
    )
    .sort((a, b) => a - b);
  let [from, to] = [crossings[0]!, crossings[0]!];
  for (let i = 0; i + 1 < crossings.length; i += 2)
    if (crossings[i + 1]! - crossings[i]! > to - from) [from, to] = [crossings[i]!, crossings[i + 1]!];
  return [(from + to) / 2, y];
}
