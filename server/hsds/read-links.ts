import type { Connection } from 'mongoose';
import type { ServiceAtLocation } from '../../core/directory/service.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { model, type Stored } from '../store/collection.ts';

/** A link of a service to a place, by its ends. */
export interface Link {
  id: string;
  serviceId: string;
  locationId: string;
}

export async function readLinks(db: Connection, filter: object): Promise<Link[]> {
  const found = await model<ServiceAtLocation>(db, servicesAtLocations)
    .find({ ...filter, ...NOT_MERGED }, { serviceId: 1, locationId: 1 })
    .lean<Stored<ServiceAtLocation>[]>();
  return found.map(({ _id, serviceId, locationId }) => ({ id: _id, serviceId, locationId }));
}
