import type { BoundingBox, Position } from '../geo/point.ts';
import type { FindingCode } from './finding-codes.ts';

export interface ReadPoint {
  /** Only where the point can be trusted to lie in the community. */
  point?: Position;
  quality: 'exact' | 'missing' | 'placeholder' | 'outside' | 'invalid';
  /** Why it is not exact, or how it was repaired. */
  code?: FindingCode;
}

/** Half the length of the equator in Web Mercator's metres (EPSG:3857). */
const MERCATOR_EDGE = 20_037_508.342789244;
const EARTH_RADIUS_METRES = 6_378_137;

/** Where geocoders put what they do not know: the middle of the United States, in their several opinions. */
const STAND_INS: readonly Position[] = [
  [-95.712891, 37.09024],
  [-98.5795, 39.8283],
  [-98.579544, 39.828127],
  [-97.0, 38.0],
  [-100.0, 40.0],
];

/**
 * A longitude and a latitude as a file gives them, judged: nothing at all, 0 and 0, a known stand-in, metres in place
 * of degrees, the two exchanged, or outside the community's bounds. Only a repair that ends within the bounds is made;
 * without bounds a pair is exchanged back only where it could not be a point otherwise.
 */
export function parsePoint(longitude: string, latitude: string, bounds?: BoundingBox): ReadPoint {
  if (longitude.trim() === '' && latitude.trim() === '') return { quality: 'missing', code: 'point-missing' };
  const [x, y] = [number(longitude), number(latitude)];
  if (x === undefined || y === undefined) return { quality: 'invalid', code: 'point-invalid' };
  if (Math.abs(x) < 1e-6 && Math.abs(y) < 1e-6) return { quality: 'placeholder', code: 'point-zero' };
  if (isStandIn([x, y])) return { quality: 'placeholder', code: 'point-placeholder' };
  if (fits([x, y], bounds)) return { point: [x, y], quality: 'exact' };
  const repaired = repair(x, y, bounds);
  if (repaired) return { ...repaired, quality: 'exact' };
  return isDegrees([x, y])
    ? { quality: 'outside', code: 'point-outside' }
    : { quality: 'invalid', code: 'point-invalid' };
}

function repair(
  x: number,
  y: number,
  bounds: BoundingBox | undefined,
): { point: Position; code: FindingCode } | undefined {
  if (fits([y, x], bounds)) return { point: [y, x], code: 'point-swapped' };
  // Small numbers are degrees that lie elsewhere; metres this near the origin would be off the coast of Africa.
  if (Math.max(Math.abs(x), Math.abs(y)) <= 1000) return undefined;
  for (const [east, north] of [
    [x, y],
    [y, x],
  ] as const) {
    const point = fromMercator(east, north);
    if (point && fits(point, bounds)) return { point, code: 'point-in-metres' };
  }
  return undefined;
}

/** Degrees of a point in Web Mercator's metres, to seven digits (about a centimetre). */
export function fromMercator(east: number, north: number): Position | undefined {
  if (Math.abs(east) > MERCATOR_EDGE || Math.abs(north) > MERCATOR_EDGE) return undefined;
  const degrees = 180 / Math.PI;
  const longitude = (east / EARTH_RADIUS_METRES) * degrees;
  const latitude = (2 * Math.atan(Math.exp(north / EARTH_RADIUS_METRES)) - Math.PI / 2) * degrees;
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}

function number(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^[+-]?\d{1,9}(?:[.,]\d+)?(?:e[+-]?\d{1,2})?$/i.test(trimmed)) return undefined;
  return Number(trimmed.replace(',', '.'));
}

function fits(point: Position, bounds: BoundingBox | undefined): boolean {
  if (!isDegrees(point)) return false;
  if (!bounds) return true;
  const [west, south, east, north] = bounds;
  return point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
}

function isDegrees([x, y]: Position): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function isStandIn([x, y]: Position): boolean {
  return STAND_INS.some(([lon, lat]) => Math.abs(x - lon) < 1e-5 && Math.abs(y - lat) < 1e-5);
}
