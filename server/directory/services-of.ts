import type { Connection } from 'mongoose';
import { servicesAtLocations } from './service-at-location-collection.ts';
import { services } from './service-collection.ts';

/** Ids of the services that are given at these locations or by these organizations. */
export async function readServiceIdsOf(
  db: Connection,
  { locationIds = [], organizationIds = [] }: ServiceLinks,
): Promise<string[]> {
  const [atPlaces, ofOrganizations] = await Promise.all([
    locationIds.length === 0
      ? []
      : db
          .collection<{ _id: string; locationId: string; serviceId: string }>(servicesAtLocations.name)
          .find({ locationId: { $in: [...locationIds] } }, { projection: { serviceId: 1 } })
          .toArray(),
    organizationIds.length === 0
      ? []
      : db
          .collection<{ _id: string; organizationId: string }>(services.name)
          .find({ organizationId: { $in: [...organizationIds] } }, { projection: { _id: 1 } })
          .toArray(),
  ]);
  return [
    ...new Set([...atPlaces.map(({ serviceId }) => serviceId), ...ofOrganizations.map(({ _id }) => _id)]),
  ];
}

export interface ServiceLinks {
  locationIds?: readonly string[];
  organizationIds?: readonly string[];
}
