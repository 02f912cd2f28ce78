import { isGivenOpenly, isShown, strictest, veiledLocation } from '../../core/directory/confidential.ts';
import type { Location, Organization, Service } from '../../core/directory/service.ts';
import { fullLocation } from '../../core/hsds/compose-location.ts';
import { basicOrganization, fullOrganization } from '../../core/hsds/compose-organization.ts';
import { type HsdsObject, told } from '../../core/hsds/hsds-object.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { readLocationsOf } from '../directory/directory-store.ts';
import { readSecretPlacesOf, readServicesThere } from '../directory/read-secret-places.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { readDatedServices } from './read-services.ts';
import { tellFullServices, veiledIf } from './tell-services.ts';

/** Organizations as lists have them. Three round trips. */
export async function tellOrganizations(world: HsdsWorld, organizations: readonly Organization[]) {
  return (await veil(world, organizations)).map(basicOrganization);
}

/** How much an organization tells of its services: nothing, their id, name and status, or all. */
export type ServicesTold = 'none' | 'short' | 'whole';

/** Organizations with their places, and their services as far as asked. At most fourteen round trips. */
export async function tellFullOrganizations(
  world: HsdsWorld,
  organizations: readonly Organization[],
  services: ServicesTold,
): Promise<HsdsObject[]> {
  const ids = organizations.map(({ id }) => id);
  const [veiled, places, given] = await Promise.all([
    veil(world, organizations),
    readLocationsOf(world.db, ids).then((found) => tellShownLocations(world, found)),
    services === 'none' ? [] : readDatedServices(world.db, { organizationId: { $in: ids } }),
  ]);
  const told = services === 'whole' ? await tellFullServices(world, given) : given.map(shortService);
  const servicesOf = groupBy(told, ({ organization_id: id }) => id);
  const placesOf = groupBy(places, ({ organization_id: id }) => id);
  return veiled.map((organization) =>
    fullOrganization(
      world.nameUuid,
      organization,
      placesOf.get(organization.id) ?? [],
      servicesOf.get(organization.id) ?? [],
    ),
  );
}

function shortService({ id, organizationId, name, status }: Service): HsdsObject {
  return told({ id, organization_id: organizationId, name, status });
}

async function veil(world: HsdsWorld, organizations: readonly Organization[]): Promise<Organization[]> {
  const secretsOf = await readSecretPlacesOf(world.db, organizations);
  return organizations.map((organization) => veiledIf(organization, secretsOf(organization).ofOrganization));
}

/** Those of these places that may be shown, as the page of a place decides it. Two round trips. */
export function tellShownLocations(world: HsdsWorld, found: readonly Location[]): Promise<HsdsObject[]> {
  return tellLocationsWhere(world, found, isShownWith);
}

/** Those that may be shown, and those that are told beside a service that is not given now. Two round trips. */
export function tellNamedLocations(world: HsdsWorld, found: readonly Location[]): Promise<HsdsObject[]> {
  return tellLocationsWhere(
    world,
    found,
    (location, there) =>
      isShownWith(location, there) ||
      offersAt(location, there).some((offer) => isGivenOpenly(offer, location)),
  );
}

async function tellLocationsWhere(
  { db, nameUuid }: HsdsWorld,
  found: readonly Location[],
  isTold: (location: Location, there: readonly Given[]) => boolean,
): Promise<HsdsObject[]> {
  const servicesAt = await readServicesThere(
    db,
    found.map(({ id }) => id),
  );
  return found
    .filter((location) => isTold(location, servicesAt(location.id)))
    .map((location) =>
      fullLocation(nameUuid, location.confidentiality === 'public' ? location : veiledLocation(location)),
    );
}

type Given = Pick<Service, 'status' | 'confidentiality'>;

function isShownWith(location: Location, there: readonly Given[]): boolean {
  const now = there.filter(({ status }) => status === 'active');
  return isShown(location, offersAt(location, now), there);
}

function offersAt({ confidentiality }: Location, there: readonly Given[]) {
  return there.map((given) => ({ confidentiality: strictest(given.confidentiality, confidentiality) }));
}
