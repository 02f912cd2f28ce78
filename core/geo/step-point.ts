import { EARTH_RADIUS_KM } from './great-circle-km.ts';
import type { Position } from './point.ts';

const DEGREES = 180 / Math.PI;
/** Beyond it a step east would go round the pole. */
const HIGHEST = 89;

/** A point so many kilometres further east and north, always on earth. */
export function stepPoint([lon, lat]: Position, eastKm: number, northKm: number): Position {
  const north = clamp(lat + (northKm / EARTH_RADIUS_KM) * DEGREES);
  const east = lon + ((eastKm / EARTH_RADIUS_KM) * DEGREES) / Math.cos(clamp(lat) / DEGREES);
  return asPoint(east, north);
}

/** A point as it is kept: about a metre exact, on earth, however far somebody has turned the map. */
export function asPoint(lon: number, lat: number): Position {
  const east = lon - 360 * Math.floor((lon + 180) / 360);
  return [round(east), round(clamp(lat))];
}

function clamp(lat: number): number {
  return Math.max(-HIGHEST, Math.min(HIGHEST, lat));
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
