import type { Position } from '../geo/point.ts';

/** Whether a position can be matched by distance: two numbers within the globe's bounds. */
export function isOnEarth([lon, lat]: Position): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}
