import { locationBeside, strictest } from '../../core/directory/confidential.ts';
import type { PlaceTraces } from '../../core/directory/place-traces.ts';
import type { Location, Organization, Service, ServiceAtLocation } from '../../core/directory/service.ts';
import { veiledLink, veiledOrganization, veiledService } from '../../core/directory/veil-service.ts';
import { fullLocation } from '../../core/hsds/compose-location.ts';
import { basicService, fullService, type ToldService } from '../../core/hsds/compose-service.ts';
import { fullServiceAtLocation } from '../../core/hsds/compose-service-at-location.ts';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { NOT_MERGED, readLocations, readOrganizations, STANDING } from '../directory/directory-store.ts';
import { readSecretPlacesOf } from '../directory/read-secret-places.ts';
import { WITHOUT_NOTES } from '../directory/record-notes.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { readCorrected } from './read-corrected.ts';

/** A service as it is stored: with the moment of the last change, where we have noted one. */
export type DatedService = Service & { changedAt?: string };

/** When a service last changed, at its source or here, whichever is later. */
export function modifiedAt({ lastModified, changedAt }: Pick<DatedService, 'lastModified' | 'changedAt'>) {
  const moments = [lastModified, changedAt].filter((moment) => moment !== undefined).map(Date.parse);
  return moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : undefined;
}

/** A service as it may be told, and what nothing told beside it may repeat. */
export interface Veiled extends ToldService {
  traces: PlaceTraces | undefined;
}

/** Services as they may be told. Four round trips. */
export async function veilServices(world: HsdsWorld, services: readonly DatedService[]): Promise<Veiled[]> {
  const ids = services.map(({ organizationId }) => organizationId);
  const organizations = await readOrganizations(world.db, ids);
  const secretsOf = await readSecretPlacesOf(world.db, organizations);
  const known = new Map(
    organizations.map((organization) => {
      const secrets = secretsOf(organization);
      const traces = secrets.ofOrganization;
      return [organization.id, { secrets, told: veiledIf(organization, traces) }];
    }),
  );
  return services.map(({ changedAt, ...service }) => {
    const owner = known.get(service.organizationId);
    const traces = owner?.secrets.ofService(service);
    const modified = modifiedAt({ lastModified: service.lastModified, ...(changedAt && { changedAt }) });
    const dated = {
      ...(traces ? veiledService(service, traces) : service),
      ...(modified && { lastModified: modified }),
    };
    return { service: dated, organization: owner?.told, traces };
  });
}

export function veiledIf(organization: Organization, traces: PlaceTraces | undefined): Organization {
  return traces ? veiledOrganization(organization, traces) : organization;
}

/** Services as lists have them. */
export async function tellServices(world: HsdsWorld, services: readonly DatedService[]) {
  const veiled = await veilServices(world, services);
  return veiled.map((each) => basicService(world.nameUuid, each));
}

/** Services with all that belongs to them. Three round trips more. */
export async function tellFullServices(
  world: HsdsWorld,
  services: readonly DatedService[],
): Promise<HsdsObject[]> {
  const ids = services.map(({ id }) => id);
  const [veiled, links, withCorrections] = await Promise.all([
    veilServices(world, services),
    readLinksOf(world, ids),
    readCorrected(world.db, ids),
  ]);
  const locations = await readLocations(
    world.db,
    links.map(({ locationId }) => locationId),
  );
  const placeOf = new Map(locations.map((location) => [location.id, location]));
  const linksOf = groupBy(links, ({ serviceId }) => serviceId);
  return veiled.map((each) => {
    const places = (linksOf.get(each.service.id) ?? []).flatMap((link) =>
      tellPlace(world, each, link, placeOf.get(link.locationId)),
    );
    // A veiled service tells of no changes: they may say where it is.
    const service = each.traces ? each.service : withCorrections(each.service);
    return fullService(world.nameUuid, world.vocabulary, { ...each, service }, places);
  });
}

/** The link of a service to a place, unless it must not be told. */
function tellPlace(
  { nameUuid }: HsdsWorld,
  { service, traces }: Veiled,
  link: ServiceAtLocation,
  found: Location | undefined,
): HsdsObject[] {
  const location = found && placeBeside(service, found);
  if (!location) return [];
  return [
    fullServiceAtLocation(nameUuid, traces ? veiledLink(link, traces) : link, {
      location: fullLocation(nameUuid, location),
    }),
  ];
}

/** The place as it may be told together with the service; null where it may not. */
export function placeBeside(service: Pick<Service, 'confidentiality'>, location: Location): Location | null {
  const confidentiality = strictest(service.confidentiality, location.confidentiality);
  return locationBeside({ confidentiality }, location);
}

async function readLinksOf({ db }: HsdsWorld, serviceIds: readonly string[]): Promise<ServiceAtLocation[]> {
  const found = await model<ServiceAtLocation>(db, servicesAtLocations)
    .find({ serviceId: { $in: serviceIds }, ...STANDING, ...NOT_MERGED }, WITHOUT_NOTES)
    .sort({ _id: 1 })
    .lean<Stored<ServiceAtLocation>[]>();
  return found.map((link) => fromStored<ServiceAtLocation>(link));
}
