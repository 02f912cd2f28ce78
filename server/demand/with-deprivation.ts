import type { Connection } from 'mongoose';
import type { DemandPlace, Deprivation } from '../../core/demand/demand-place.ts';
import { areaFinder } from '../../core/geo/area-finder.ts';
import { streamAreas } from './area-set-store.ts';
import { readCurrentSet } from './read-current-set.ts';

/**
 * Places with the fifth of deprivation of the census area in which their point lies, where they say none themselves. On
 * a border the first area by id counts. Looks through all outlines, so it is for jobs.
 */
export async function withDeprivation<P extends DemandPlace>(
  db: Connection,
  places: readonly P[],
): Promise<P[]> {
  const asking = places.filter(({ kind, deprivation }) => kind !== 'area' && deprivation === undefined);
  if (asking.length === 0) return [...places];
  const found = await readCurrentSet(db, async ({ set }) => {
    const pointsIn = areaFinder(asking.map(({ point }) => point));
    const byId = new Map<string, Deprivation>();
    for await (const { geometry, deprivation } of streamAreas(db, set, { outlines: true })) {
      if (!geometry || deprivation === undefined) continue;
      for (const index of pointsIn(geometry)) {
        const { id } = asking[index]!;
        if (!byId.has(id)) byId.set(id, deprivation);
      }
    }
    return byId;
  });
  return places.map((place) => {
    const deprivation = place.deprivation ?? found?.get(place.id);
    return deprivation === undefined ? place : { ...place, deprivation };
  });
}
