import type { Connection } from 'mongoose';
import type { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import type { ComparedDirectory } from '../../core/duplicates/directory-comparables.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { locations } from '../directory/location-collection.ts';
import { organizations } from '../directory/organization-collection.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { type CollectionSpec, fromStored, model, type Stored } from '../store/collection.ts';

const AT_ONCE = 20_000;
const told = { name: 1, alternateName: 1, description: 1, phones: 1 } as const;

/** The directory, as far as duplicates are looked for in it. */
export async function readCompared(db: Connection): Promise<ComparedDirectory> {
  const [ofOrganizations, ofLocations, ofServices, links] = await Promise.all([
    readAll<Organization>(db, organizations, { ...told, website: 1, email: 1 }),
    readAll<Location>(db, locations, {
      ...told,
      organizationId: 1,
      addresses: 1,
      point: 1,
      pointQuality: 1,
      'contacts.email': 1,
    }),
    readAll<Service>(db, services, { ...told, organizationId: 1, url: 1, email: 1 }),
    readAll<ServiceAtLocation>(db, servicesAtLocations, { serviceId: 1, locationId: 1 }),
  ]);
  return { organizations: ofOrganizations, locations: ofLocations, services: ofServices, links };
}

async function readAll<T extends { id: string }>(
  db: Connection,
  spec: CollectionSpec,
  fields: Record<string, 1>,
): Promise<T[]> {
  const found = await model<T>(db, spec).find(NOT_MERGED, fields).batchSize(AT_ONCE).lean<Stored<T>[]>();
  return found.map((record) => fromStored<T>(record));
}
