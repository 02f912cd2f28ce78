import { EARTH_RADIUS_KM, greatCircleKm } from './great-circle-km.ts';
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

/** The nearest point by `greatCircleKm`, of equal ones the first; undefined where there is none. */
export function nearestPoint(
  points: SpherePoints,
  origin: Position,
): { index: number; km: number } | undefined {
  const vector = unitVector(origin);
  let best: { index: number; km: number } | undefined;
  let bound = Number.POSITIVE_INFINITY;
  for (let i = 0; i < points.x.length; i++) {
    if (chordSquared(points, i, vector) > bound) continue;
    const km = greatCircleKm(origin, points.positions[i]!);
    if (best && km >= best.km) continue;
    best = { index: i, km };
    bound = chordBound(km);
  }
  return best;
}

function widen(chord: number): number {
  return (chord * (1 + SLACK.relative) + SLACK.absolute) ** 2;
}
