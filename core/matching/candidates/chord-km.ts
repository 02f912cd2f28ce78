import { EARTH_RADIUS_KM } from '../../geo/great-circle-km.ts';

/** Up to here (180 km) the terms of the arcsine's series that are left out are below a number's last digit. */
const SERIES = 8e-4;

/** Kilometres on the ground of a squared chord between unit vectors. */
export function chordKm(squared: number): number {
  const h = squared / 4;
  if (squared > SERIES) return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  const series = 1 + h * (1 / 6 + h * (3 / 40 + h * (15 / 336)));
  return 2 * EARTH_RADIUS_KM * Math.sqrt(h) * series;
}
