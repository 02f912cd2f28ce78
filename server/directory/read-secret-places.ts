import type { Connection } from 'mongoose';
import { tellableName } from '../../core/directory/confidential.ts';
import { type PlaceTraces, tracesOf } from '../../core/directory/place-traces.ts';
import type { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import { secretTraces } from '../../core/directory/veil-service.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import { locations } from './location-collection.ts';
import { servicesAtLocations } from './service-at-location-collection.ts';
import { services } from './service-collection.ts';

type Given = Pick<Service, 'id' | 'organizationId' | 'name' | 'status' | 'confidentiality'>;
type Link = Pick<ServiceAtLocation, 'serviceId' | 'locationId'>;

/** What the texts of an organization and of its services must not repeat; undefined where they may say anything. */
export interface SecretPlaces {
  ofService(service: Service): PlaceTraces | undefined;
  ofOrganization: PlaceTraces | undefined;
}

/** The places of an organization that must not be found. */
export async function readSecretPlaces(db: Connection, organization: Organization): Promise<SecretPlaces> {
  const secretsOf = await readSecretPlacesOf(db, [organization]);
  return secretsOf(organization);
}

/**
 * The places of these organizations that must not be found. Services that are closed for a while count as the open
 * ones do: so offers are not asked, but the records that they are made of. Three round trips, a few more where they
 * give thousands of services.
 */
export async function readSecretPlacesOf(
  db: Connection,
  organizations: readonly Pick<Organization, 'id'>[],
): Promise<(organization: Pick<Organization, 'id' | 'name'>) => SecretPlaces> {
  const ids = organizations.map(({ id }) => id);
  const given = await readServicesAny(db, { organizationId: { $in: ids } });
  const links = await inChunks(
    given.map((service) => service.id),
    (serviceIds) => readLinks(db, { serviceId: { $in: serviceIds } }),
  );
  const confidential = new Set(given.filter(isConfidential).map((service) => service.id));
  const ofConfidential = links.filter(({ serviceId }) => confidential.has(serviceId));
  const secret = await readSecretLocations(db, {
    $or: [
      { _id: { $in: ofConfidential.map(({ locationId }) => locationId) } },
      { _id: { $in: [...new Set(links.map(({ locationId }) => locationId))] }, confidentiality: NOT_PUBLIC },
      { organizationId: { $in: ids }, confidentiality: NOT_PUBLIC },
    ],
  });
  const byOrganization = groupBy(given, ({ organizationId }) => organizationId);
  const byService = groupBy(links, ({ serviceId }) => serviceId);
  return (organization) => {
    const own = byOrganization.get(organization.id) ?? [];
    const ownLinks = own.flatMap(({ id }) => byService.get(id) ?? []);
    return secretsOf(organization, own, ownLinks, secret);
  };
}

const NOT_PUBLIC = { $ne: 'public' };

/** What one organization must not repeat, of its own services and links and of the secret places of many. */
function secretsOf(
  { id, name }: Pick<Organization, 'id' | 'name'>,
  given: readonly Given[],
  links: readonly Link[],
  secret: readonly Location[],
): SecretPlaces {
  const confidential = new Set(given.filter(isConfidential).map((service) => service.id));
  const linked = new Set(links.map(({ locationId }) => locationId));
  const found = secret.filter((location) => linked.has(location.id) || location.organizationId === id);
  const isOpenAt = (location: Location) =>
    location.confidentiality === 'public' &&
    links.some(({ serviceId, locationId }) => locationId === location.id && !confidential.has(serviceId));
  const isGivenInSecret = (location: Location) =>
    location.confidentiality !== 'public' ||
    links.some(({ serviceId, locationId }) => locationId === location.id && confidential.has(serviceId));
  const own = found.filter((location) => isGivenInSecret(location) && !isOpenAt(location));
  const partial = own.filter(({ confidentiality }) => confidentiality === 'partial').map(tellableName);
  const told = [name, ...given.map((service) => service.name), ...partial];
  return {
    ofService: (service) => {
      const at = new Set(
        links.filter((link) => link.serviceId === service.id).map((link) => link.locationId),
      );
      return secretTraces(
        service,
        name,
        found.filter((location) => at.has(location.id)),
      );
    },
    ofOrganization: own.length > 0 ? tracesOf(own, told) : undefined,
  };
}

/** How much may be known of the services of each of these locations, of those that are closed for a while too. */
export async function readServicesThere(
  db: Connection,
  locationIds: readonly string[],
): Promise<(locationId: string) => Given[]> {
  const links = await readLinks(db, { locationId: { $in: locationIds } });
  const found = await readServicesAny(db, { _id: { $in: links.map(({ serviceId }) => serviceId) } });
  const byId = new Map(found.map((service) => [service.id, service]));
  return (wanted) =>
    links.flatMap(({ serviceId, locationId }) => (locationId === wanted ? (byId.get(serviceId) ?? []) : []));
}

function isConfidential({ confidentiality }: Given): boolean {
  return confidentiality !== 'public';
}

async function readServicesAny(db: Connection, filter: object): Promise<Given[]> {
  const found = await model<Service>(db, services)
    .find(filter, { organizationId: 1, name: 1, status: 1, confidentiality: 1 })
    .lean<Stored<Service>[]>();
  return found.map((service) => fromStored<Service>(service));
}

async function readLinks(db: Connection, filter: object): Promise<Link[]> {
  return model<ServiceAtLocation>(db, servicesAtLocations)
    .find(filter, { serviceId: 1, locationId: 1 })
    .lean<Link[]>();
}

async function readSecretLocations(db: Connection, filter: object): Promise<Location[]> {
  const found = await model<Location>(db, locations).find(filter).lean<Stored<Location>[]>();
  return found.map((location) => fromStored<Location>(location));
}
