import { EARTH_RADIUS_KM } from '../../geo/great-circle-km.ts';

/**
 * A distance in km as chord and cosine between unit vectors. Cosines nearer to it than `slack` may lie on the other side
 * by the haversine formula: far above the rounding of both (1e-15), far below anything on the ground (a tenth of a
 * millimetre).
 */
export interface Disc {
  km: number;
  chord: number;
  cosine: number;
  slack: number;
}

export function discOf(km: number): Disc {
  const chord = km >= Math.PI * EARTH_RADIUS_KM ? 2 : 2 * Math.sin(km / EARTH_RADIUS_KM / 2);
  return { km, chord, cosine: 1 - (chord * chord) / 2, slack: 2e-9 * chord * chord + 1e-14 };
}
