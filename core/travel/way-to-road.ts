import type { ModeRule } from './travel.ts';

/** What lies further from every road than this is reached by none: a lake, a range, the other side of a border. */
export const FURTHEST_FROM_ROAD_KM = 2;

/** Minutes from a point to its road and the other way, at the mode's pace; Infinity where the road is too far. */
export function minutesToRoad(km: number, { speedKmh, detour }: ModeRule): number {
  return km <= FURTHEST_FROM_ROAD_KM ? ((km * detour) / speedKmh) * 60 : Number.POSITIVE_INFINITY;
}
