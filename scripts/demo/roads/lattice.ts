import type { BoundingBox, Position } from '../../../core/geo/point.ts';
import { degrees } from '../place-points.ts';

/** A tenth of a mile; every tenth line is one of the survey's. */
const STEP_KM = 0.1609344;
export const SECTION = 10;
const KM_PER_DEGREE = 111.2;
/** Width of a degree of longitude at the county's latitude, 41.4° north. */
const KM_PER_LON_DEGREE = 83.4;

export interface Crossing {
  column: number;
  row: number;
}

/** All roads run from crossing to crossing of these lines. */
export interface Lattice {
  columns: number;
  rows: number;
  pointOf(crossing: Crossing): Position;
  nearest(point: Position): Crossing;
}

export function latticeOver([west, south, east, north]: BoundingBox): Lattice {
  const width = STEP_KM / KM_PER_LON_DEGREE;
  const height = STEP_KM / KM_PER_DEGREE;
  return {
    columns: Math.floor((east - west) / width),
    rows: Math.floor((north - south) / height),
    pointOf: ({ column, row }) => [degrees(west + column * width), degrees(south + row * height)],
    nearest: ([lon, lat]) => ({
      column: Math.round((lon - west) / width),
      row: Math.round((lat - south) / height),
    }),
  };
}

export function toSection(line: number): number {
  return Math.round(line / SECTION) * SECTION;
}

export function stepsOf(km: number): number {
  return km / STEP_KM;
}
