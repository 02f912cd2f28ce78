import type { ServiceAtLocation } from '../../core/directory/service.ts';
import { veiledLink } from '../../core/directory/veil-service.ts';
import { basicLocation, fullLocation } from '../../core/hsds/compose-location.ts';
import { basicService, fullService } from '../../core/hsds/compose-service.ts';
import {
  basicServiceAtLocation,
  fullServiceAtLocation,
} from '../../core/hsds/compose-service-at-location.ts';
import type { HsdsObject } from '../../core/hsds/hsds-object.ts';
import { readLocations } from '../directory/directory-store.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { readDatedServices } from './read-services.ts';
import { placeBeside, veilServices } from './tell-services.ts';

/**
 * Links of services to places, with both. Six round trips. Those that must not be told are not asked for
 * (open-links.ts); should one come, it is left out.
 */
export async function tellPlaces(
  { full }: { full: boolean },
  world: HsdsWorld,
  links: readonly ServiceAtLocation[],
): Promise<HsdsObject[]> {
  const [services, locations] = await Promise.all([
    readDatedServices(world.db, { _id: { $in: links.map(({ serviceId }) => serviceId) } }),
    readLocations(
      world.db,
      links.map(({ locationId }) => locationId),
    ),
  ]);
  const veiled = new Map((await veilServices(world, services)).map((each) => [each.service.id, each]));
  const places = new Map(locations.map((location) => [location.id, location]));
  return links.flatMap((link) => {
    const given = veiled.get(link.serviceId);
    const found = places.get(link.locationId);
    const location = given && found && placeBeside(given.service, found);
    if (!location) return [];
    const { nameUuid, vocabulary } = world;
    const told = given.traces ? veiledLink(link, given.traces) : link;
    const whole = full
      ? fullServiceAtLocation(nameUuid, told, {
          location: fullLocation(nameUuid, location),
          service: fullService(nameUuid, vocabulary, given, []),
        })
      : basicServiceAtLocation(told, {
          location: basicLocation(location),
          service: basicService(nameUuid, given),
        });
    return [whole];
  });
}
