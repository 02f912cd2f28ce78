import type { Location } from '../directory/service.ts';
import {
  composeAccessibility,
  composeAddresses,
  composeAttributes,
  composeLanguages,
  composeMetadata,
  composeReach,
  type Owner,
} from './compose-parts.ts';
import { composeTimes } from './compose-times.ts';
import { type HsdsObject, type NameUuid, told, type Untold } from './hsds-object.ts';

/** A location, already veiled where it must be (core/directory/confidential.ts), as it stands in lists. */
export function basicLocation(location: Location): HsdsObject {
  return told(basics(location));
}

function basics(location: Location): Untold {
  const point = location.pointQuality === 'exact' ? location.point : undefined;
  return {
    id: location.id,
    location_type: location.locationType,
    organization_id: location.organizationId,
    name: location.name,
    alternate_name: location.alternateName,
    description: location.description || undefined,
    transportation: location.transportation,
    latitude: point?.coordinates[1],
    longitude: point?.coordinates[0],
    confidentiality: location.confidentiality === 'public' ? undefined : location.confidentiality,
    demo: location.demo || undefined,
  };
}

export function fullLocation(nameUuid: NameUuid, location: Location): HsdsObject {
  const owner: Owner = { table: 'location', id: location.id };
  return told({
    ...basics(location),
    addresses: composeAddresses(nameUuid, owner, location.addresses),
    ...composeReach(nameUuid, owner, location),
    languages: composeLanguages(nameUuid, owner, location.languages),
    accessibility: composeAccessibility(nameUuid, owner, location.accessibility),
    ...composeTimes(nameUuid, owner, location),
    attributes: composeAttributes(nameUuid, owner, location.attributes),
    metadata: composeMetadata(nameUuid, owner, location.metadata),
  });
}
