import type { Connection } from 'mongoose';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import { type DemandPlace, sortedDemand } from '../../core/demand/demand-place.ts';
import { streamAreas } from './area-set-store.ts';
import type { LoadedDemand } from './load-demand.ts';
import { readCurrentSet } from './read-current-set.ts';

/** Children by area, with the range of each; undefined where no areas have been imported. */
export function loadAreaDemand(db: Connection): Promise<LoadedDemand | undefined> {
  return readCurrentSet(db, async ({ set, importedAt }) => {
    const places: DemandPlace[] = [];
    const noData: string[] = [];
    for await (const area of streamAreas(db, set, { outlines: false })) {
      const place = placeOf(area);
      if (place) places.push(place);
      else noData.push(area.id);
    }
    return { ...sortedDemand({ places, noData }), asOf: importedAt.slice(0, 10) };
  });
}

function placeOf({
  id,
  name,
  point,
  people,
  low,
  high,
  locale,
  deprivation,
}: DemandArea): DemandPlace | undefined {
  if (people === undefined) return undefined;
  return {
    id,
    kind: 'area',
    point,
    people,
    ...(name !== undefined && { name }),
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    ...(locale !== undefined && { locale }),
    ...(deprivation !== undefined && { deprivation }),
  };
}
