import type { Area, Position } from './point.ts';
import { isInArea } from './point-in-area.ts';

/** Answers which of some points lie in an area, borders included; looks only at those within its box. */
export function areaFinder(points: readonly Position[]): (area: Area) => number[] {
  const order = [...points.keys()].sort((a, b) => points[a]![0] - points[b]![0]);
  return (area) => {
    const rings: readonly (readonly Position[])[] =
      area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
    const [west, south, east, north] = boxOf(rings);
    const found: number[] = [];
    for (let at = firstFrom(order, points, west); at < order.length; at++) {
      const index = order[at]!;
      const [x, y] = points[index]!;
      if (x > east) break;
      if (y >= south && y <= north && isInArea([x, y], area)) found.push(index);
    }
    return found;
  };
}

function boxOf(rings: readonly (readonly Position[])[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [x, y] of ring) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  return [west, south, east, north];
}

/** The first place in the order whose point is not west of a meridian. */
function firstFrom(order: readonly number[], points: readonly Position[], west: number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[order[middle]!]![0] < west) low = middle + 1;
    else high = middle;
  }
  return low;
}
