import type { Connection } from 'mongoose';
import { type Location, POINT_QUALITIES } from '../../core/directory/service.ts';
import type { Standing } from '../corrections/standing.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { locations } from '../directory/location-collection.ts';
import { readServicesThere } from '../directory/read-secret-places.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

/** A public place that no map shows, because nobody knows where it is. */
export interface PlaceWithoutPoint
  extends Pick<Location, 'id' | 'name' | 'organizationId' | 'addresses' | 'pointQuality'> {
  /** Who gives something there. */
  givers: string[];
  /** How many services are given there. */
  services: number;
}

const WITHOUT_POINT = {
  pointQuality: { $in: POINT_QUALITIES.filter((quality) => quality !== 'exact') },
  confidentiality: 'public',
  locationType: 'physical',
  goneSince: null,
  ...NOT_MERGED,
};
const AT_ONCE = 500;

/** Whose such a place is: its own organization's, or those that give something there. */
export function standingOf({ name, organizationId, givers }: PlaceWithoutPoint): Standing {
  return {
    name,
    organizationIds: organizationId === undefined ? givers : [organizationId],
    isSecret: false,
  };
}

/** The ids of places that may lack a point, in their order: whether one is secret is asked when it is read. */
export async function idsWithoutPoint(db: Connection): Promise<string[]> {
  const found = await model<Location>(db, locations)
    .find(WITHOUT_POINT as object, { _id: 1 })
    .sort({ _id: 1 })
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

/**
 * Those of these places that lack a point and are public in all that is given there. What tells of a shelter is none of
 * them: its address is asked of nobody, and it is in no list of places to be put on a map.
 */
export async function readWithoutPoint(db: Connection, ids: readonly string[]): Promise<PlaceWithoutPoint[]> {
  const places: PlaceWithoutPoint[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE);
    const [found, servicesAt] = await Promise.all([
      model<Location>(db, locations)
        .find({ _id: { $in: some }, ...WITHOUT_POINT } as object, {
          name: 1,
          organizationId: 1,
          addresses: 1,
          pointQuality: 1,
        })
        .sort({ _id: 1 })
        .lean<Stored<Location>[]>(),
      readServicesThere(db, some),
    ]);
    for (const location of found) {
      const given = servicesAt(location._id);
      if (given.some(({ confidentiality }) => confidentiality !== 'public')) continue;
      const givers = [...new Set(given.map(({ organizationId }) => organizationId))];
      places.push({ ...fromStored<Location>(location), givers, services: given.length });
    }
  }
  return places;
}
