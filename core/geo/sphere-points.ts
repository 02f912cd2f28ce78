import { EARTH_RADIUS_KM } from './great-circle-km.ts';
import type { Position } from './point.ts';

const RADIANS = Math.PI / 180;

/**
 * Positions with their unit vectors in columns. The squared chord between unit vectors grows with the
 * great-circle distance and costs three multiplications, also over the antimeridian and at the poles. It sorts
 * out what is clearly too far; whatever is close to a bound is decided by `greatCircleKm`, so that the answers
 * are those of the plain formula.
 */
export interface SpherePoints {
  positions: readonly Position[];
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
}

export type UnitVector = readonly [x: number, y: number, z: number];

/** Slack in chords: far above their rounding error (1e-16), far below anything that matters (1e-12 is 6 µm). */
const SLACK = { relative: 1e-9, absolute: 1e-12 };

export function unitVector([lon, lat]: Position): UnitVector {
  const cos = Math.cos(lat * RADIANS);
  return [cos * Math.cos(lon * RADIANS), cos * Math.sin(lon * RADIANS), Math.sin(lat * RADIANS)];
}

export function spherePoints(positions: readonly Position[]): SpherePoints {
  const vectors = positions.map(unitVector);
  return {
    positions,
    x: Float64Array.from(vectors, (v) => v[0]),
    y: Float64Array.from(vectors, (v) => v[1]),
    z: Float64Array.from(vectors, (v) => v[2]),
  };
}

export function chordSquared(points: SpherePoints, index: number, origin: UnitVector): number {
  const dx = points.x[index]! - origin[0];
  const dy = points.y[index]! - origin[1];
  const dz = points.z[index]! - origin[2];
  return dx * dx + dy * dy + dz * dz;
}

/** A squared chord above which a point is certainly further than `km`. */
export function chordBound(km: number): number {
  if (km >= Math.PI * EARTH_RADIUS_KM) return Number.POSITIVE_INFINITY;
  return widen(2 * Math.sin(km / EARTH_RADIUS_KM / 2));
}

function widen(chord: number): number {
  return (chord * (1 + SLACK.relative) + SLACK.absolute) ** 2;
}
