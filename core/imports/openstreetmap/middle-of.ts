import type { Position } from '../../geo/point.ts';

type Bounds = [west: number, south: number, east: number, north: number];

/**
 * The point of a node, the centre that Overpass gives with `out center`, or the middle of the box around everything
 * that is drawn: the same point that Overpass would give. Undefined where the file has no coordinates.
 */
export function middleOf(value: unknown): Position | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = pointIn(value) ?? ('center' in value ? pointIn(value.center) : undefined);
  if (own) return own;
  const box: Bounds = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity];
  widen(box, value);
  const [west, south, east, north] = box;
  return west <= east && south <= north ? [round((west + east) / 2), round((south + north) / 2)] : undefined;
}

/** Goes through what may be drawn: GeoJSON's coordinates, an outline of Overpass, the members of a relation. */
function widen(box: Bounds, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const point = pointIn(value);
  if (point) include(box, point);
  else if (Array.isArray(value)) for (const part of value) widen(box, part);
  for (const key of ['coordinates', 'geometry', 'geometries', 'members'] as const)
    if (key in value) widen(box, (value as Record<string, unknown>)[key]);
}

function include(box: Bounds, [x, y]: Position): void {
  box[0] = Math.min(box[0], x);
  box[1] = Math.min(box[1], y);
  box[2] = Math.max(box[2], x);
  box[3] = Math.max(box[3], y);
}

/** `{lat, lon}`, or a position of GeoJSON. */
function pointIn(value: unknown): Position | undefined {
  if (Array.isArray(value)) {
    const [x, y] = value as unknown[];
    return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined;
  }
  if (typeof value !== 'object' || value === null || !('lat' in value) || !('lon' in value)) return undefined;
  return typeof value.lat === 'number' && typeof value.lon === 'number' ? [value.lon, value.lat] : undefined;
}

/** To OpenStreetMap's own seven digits, about a centimetre. */
function round(degrees: number): number {
  return Number(degrees.toFixed(7));
}
