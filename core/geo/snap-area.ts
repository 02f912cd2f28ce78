import type { Area, Position } from './point.ts';
import { ringArea } from './ring-area.ts';

/**
 * An outline with fewer corners: each goes to the nearest crossing of a grid of `step` degrees, and what then says
 * nothing is left out. Where a corner goes depends on itself alone, so neighbours that share a border share it still, and
 * nothing opens between them. Undefined where nothing is left, as of an area smaller than the grid.
 */
export function snapArea(area: Area, step: number): Area | undefined {
  if (area.type === 'Polygon') {
    const coordinates = snapPolygon(area.coordinates, step);
    return coordinates && { type: 'Polygon', coordinates };
  }
  const polygons = area.coordinates.flatMap((rings) => {
    const snapped = snapPolygon(rings, step);
    return snapped ? [snapped] : [];
  });
  return polygons.length > 0 ? { type: 'MultiPolygon', coordinates: polygons } : undefined;
}

function snapPolygon(rings: readonly (readonly Position[])[], step: number): Position[][] | undefined {
  const [outer, ...holes] = rings.map((ring) => snapRing(ring, step));
  return outer && [outer, ...holes.filter((hole) => hole !== undefined)];
}

function snapRing(ring: readonly Position[], step: number): Position[] | undefined {
  const open = ring.slice(0, -1).map(([x, y]): Position => [Math.round(x / step), Math.round(y / step)]);
  const corners = withoutIdle(open);
  if (corners.length < 3 || ringArea([...corners, corners[0]!]) === 0) return undefined;
  const perDegree = Math.round(1 / step);
  return [...corners, corners[0]!].map(([x, y]) => [x / perDegree, y / perDegree]);
}

/** Without corners that lie on the one before, or on the line through both their neighbours. */
function withoutIdle(ring: readonly Position[]): Position[] {
  const kept: Position[] = [];
  for (const corner of ring) {
    kept.push(corner);
    while (kept.length >= 3 && isIdle(kept.at(-3)!, kept.at(-2)!, kept.at(-1)!)) kept.splice(-2, 1);
    if (kept.length === 2 && isSame(kept[0]!, kept[1]!)) kept.pop();
  }
  while (kept.length >= 3 && isIdle(kept.at(-2)!, kept.at(-1)!, kept[0]!)) kept.pop();
  while (kept.length >= 3 && isIdle(kept.at(-1)!, kept[0]!, kept[1]!)) kept.shift();
  return kept;
}

function isIdle(a: Position, b: Position, c: Position): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) === (c[0] - a[0]) * (b[1] - a[1]);
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
