import { createHash } from 'node:crypto';
import type { Position } from '../../../core/geo/point.ts';

/** About a metre. */
const PER_DEGREE = 1e5;

/** Points that differ, in an order of their own, and where each is. */
export interface PointList {
  id: string;
  points: readonly Position[];
  at: ReadonlyMap<string, number>;
}

/** The point as it is kept and asked about, so that a kept time and a fresh one are the same. */
export function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * PER_DEGREE) / PER_DEGREE, Math.round(lat * PER_DEGREE) / PER_DEGREE];
}

export function keyOf([lon, lat]: Position): string {
  return `${Math.round(lon * PER_DEGREE)},${Math.round(lat * PER_DEGREE)}`;
}

/** The points that differ among these, rounded. */
export function distinct(points: readonly Position[]): Position[] {
  return [...new Map(points.map((point) => [keyOf(point), rounded(point)])).values()];
}

export function pointList(points: readonly Position[]): PointList {
  const id = createHash('sha256').update(packPoints(points)).digest('hex').slice(0, 32);
  return { id, points, at: new Map(points.map((point, k) => [keyOf(point), k])) };
}

export function packPoints(points: readonly Position[]): Buffer {
  const packed = Buffer.alloc(points.length * 8);
  for (const [k, [lon, lat]] of points.entries()) {
    packed.writeInt32LE(Math.round(lon * PER_DEGREE), k * 8);
    packed.writeInt32LE(Math.round(lat * PER_DEGREE), k * 8 + 4);
  }
  return packed;
}

export function unpackPoints(packed: Buffer): Position[] {
  return Array.from({ length: packed.length / 8 }, (_, k) => [
    packed.readInt32LE(k * 8) / PER_DEGREE,
    packed.readInt32LE(k * 8 + 4) / PER_DEGREE,
  ]);
}
