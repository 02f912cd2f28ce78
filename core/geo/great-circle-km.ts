import type { Position } from './point.ts';

/** Mean Earth radius in km (IUGG 1980, R1). */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance in km by the haversine formula, which keeps its digits for near points
 * (R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68, 1984).
 */
export function greatCircleKm([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
