import type { Connection } from 'mongoose';
import type { OfferEntry } from '../../core/directory/offer-index.ts';
import type { Location, Service } from '../../core/directory/service.ts';
import { locations } from '../directory/location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { closedLinks, readSecret } from '../hsds/open-links.ts';
import { type CollectionSpec, model } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';

/** The part of the directory that a filter finds, by ids in order. */
export interface Chosen {
  serviceIds: readonly string[];
  /** Those that give the services, and those whom the places belong to. */
  organizationIds: readonly string[];
  locationIds: ReadonlySet<string>;
  /** Services at locations. */
  linkIds: ReadonlySet<string>;
}

/**
 * What belongs to offers that were found. A place is taken along only for an offer that may be named together with it:
 * that a place is in the answer must not tell that something confidential is given there.
 */
export async function chosenBy(db: Connection, found: readonly OfferEntry[]): Promise<Chosen> {
  const closed = await closedLinks(db, await readSecret(db));
  const open = found.filter(({ id }) => !closed.has(id));
  const serviceIds = distinct(found.map(({ serviceId }) => serviceId));
  const locationIds = distinct(open.map(({ locationId }) => locationId));
  const givers = await organizationsOf<Service>(db, services, serviceIds);
  const owners = await organizationsOf<Location>(db, locations, locationIds);
  return {
    serviceIds,
    organizationIds: distinct([...givers, ...owners]),
    locationIds: new Set(locationIds),
    linkIds: new Set(open.map(({ id }) => id)),
  };
}

async function organizationsOf<T extends { id: string; organizationId?: string | undefined }>(
  db: Connection,
  spec: CollectionSpec,
  ids: readonly string[],
): Promise<string[]> {
  return inChunks(ids, async (some) => {
    const found = await model<T>(db, spec).distinct('organizationId', { _id: { $in: some } });
    return found.map(String);
  });
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
