import type { DemandPlace } from '../demand/demand-place.ts';
import { cellCenter } from '../geo/cell-center.ts';
import type { Group } from '../privacy/home-count.ts';
import type { MeasuredPlace } from './measure-places.ts';
import type { GapSchool } from './reach-groups.ts';

/**
 * Where people are counted, and with nobody all other places that have a row or are asked for the nearest: schools, and
 * cells in which a group is told of. Each id once, by id.
 */
export function placesToMeasure(
  demand: readonly DemandPlace[],
  schools: readonly GapSchool[],
  groups: readonly Group[],
): MeasuredPlace[] {
  const places = new Map<string, MeasuredPlace>();
  const look = (id: string, point: MeasuredPlace['point'] | undefined) => {
    if (point && !places.has(id)) places.set(id, { id, point, people: 0 });
  };
  for (const { id, point, people, low, high } of demand)
    places.set(id, {
      id,
      point,
      people,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
    });
  for (const { id, point } of schools) look(id, point?.coordinates);
  for (const { cell } of groups) if (cell !== null) look(cell, cellCenter(cell));
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
