import type { Area, Position } from './point.ts';

type Ring = readonly Position[];

/**
 * Whether a position lies in a polygon or multipolygon, holes left out, borders (of holes too) included.
 * Planar in degrees, as RFC 7946 defines edges; an area over the antimeridian is cut there by that standard.
 */
export function isInArea(position: Position, area: Area): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some((rings) => isInPolygon(position, rings));
}

/** Even-odd over all rings: outside, inside the outer ring, outside again in a hole. */
function isInPolygon(position: Position, rings: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of rings) {
    const crossings = countCrossings(position, ring);
    if (crossings === 'border') return true;
    if (crossings % 2 === 1) inside = !inside;
  }
  return inside;
}

/** Edges of a ring that a ray to the east crosses. An edge owns its lower end, so a corner counts once. */
function countCrossings([x, y]: Position, ring: Ring): number | 'border' {
  let crossings = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    if (y < Math.min(y1, y2) || y > Math.max(y1, y2) || x > Math.max(x1, x2)) continue;
    const side = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1);
    if (side === 0 && x >= Math.min(x1, x2)) return 'border';
    if (y1 > y !== y2 > y && (y2 > y1 ? side < 0 : side > 0)) crossings++;
  }
  return crossings;
}
