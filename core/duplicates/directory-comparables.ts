import type { Location, Organization, Service, ServiceAtLocation } from '../directory/service.ts';
import { groupBy } from '../lists/group-by.ts';
import type { Comparable } from './comparable.ts';
import type { DuplicateKind, DuplicateRules } from './duplicate-rules.ts';
import { comparables } from './to-comparable.ts';

/** A directory, as far as duplicates are looked for in it. */
export interface ComparedDirectory {
  organizations: readonly Organization[];
  locations: readonly Location[];
  services: readonly Service[];
  links: readonly Pick<ServiceAtLocation, 'serviceId' | 'locationId'>[];
}

/** All records of a kind as they are compared, by id. */
export function directoryComparables(
  kind: DuplicateKind,
  directory: ComparedDirectory,
  rules: Pick<DuplicateRules, 'words' | 'sharedHosts'>,
): Comparable[] {
  const read = comparables(rules);
  const owners = new Map(directory.organizations.map((owner) => [owner.id, owner]));
  return comparablesOf().sort((a, b) => (a.id < b.id ? -1 : 1));

  function comparablesOf(): Comparable[] {
    if (kind === 'organization') {
      const places = groupBy(directory.locations, ({ organizationId }) => organizationId);
      return directory.organizations.map((record) => read.organization(record, places.get(record.id) ?? []));
    }
    if (kind === 'location')
      return directory.locations.map((record) =>
        read.location(record, owners.get(record.organizationId ?? '')),
      );
    const byId = new Map(directory.locations.map((location) => [location.id, location]));
    const linksOf = groupBy(directory.links, ({ serviceId }) => serviceId);
    return directory.services.map((record) => {
      const places = (linksOf.get(record.id) ?? []).flatMap(({ locationId }) => byId.get(locationId) ?? []);
      return read.service(record, places, owners.get(record.organizationId));
    });
  }
}
