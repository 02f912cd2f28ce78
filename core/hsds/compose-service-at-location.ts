import type { ServiceAtLocation } from '../directory/service.ts';
import {
  composeAttributes,
  composeCapacities,
  composeMetadata,
  composeReach,
  composeServiceAreas,
  type Owner,
} from './compose-parts.ts';
import { composeTimes } from './compose-times.ts';
import { type HsdsObject, type NameUuid, told } from './hsds-object.ts';

/** Records that the link is told with. */
interface Beside {
  location?: HsdsObject | undefined;
  service?: HsdsObject | undefined;
}

export function basicServiceAtLocation(
  { id, serviceId, locationId, description, demo }: ServiceAtLocation,
  { location, service }: Beside,
): HsdsObject {
  return told({
    id,
    service_id: serviceId,
    location_id: locationId,
    description: description || undefined,
    demo: demo || undefined,
    location,
    service,
  });
}

export function fullServiceAtLocation(
  nameUuid: NameUuid,
  place: ServiceAtLocation,
  beside: Beside,
): HsdsObject {
  const owner: Owner = { table: 'service_at_location', id: place.id };
  return told({
    ...basicServiceAtLocation(place, beside),
    ...composeReach(nameUuid, owner, place),
    ...composeTimes(nameUuid, owner, place),
    service_areas: composeServiceAreas(nameUuid, owner, place.serviceAreas),
    ...composeCapacities(nameUuid, owner, place.capacities),
    attributes: composeAttributes(nameUuid, owner, place.attributes),
    metadata: composeMetadata(nameUuid, owner, place.metadata),
  });
}
