import { ServiceAtLocation } from '../directory/service.ts';
import {
  attributesOf,
  capacitiesOf,
  closuresOf,
  contactsOf,
  metadataOf,
  phonesOf,
  schedulesOf,
  serviceAreasOf,
} from './assemble-parts.ts';
import { checked } from './checked.ts';
import type { Assembly, Family } from './family.ts';

export function assembleServiceAtLocation(
  family: Family,
  assembly: Assembly,
  serviceId: string,
  locationId: string,
): ServiceAtLocation | undefined {
  const sourceId = family.own.id!;
  return checked(ServiceAtLocation, family, assembly, {
    id: assembly.idOf('service-at-location', sourceId),
    source: { system: assembly.system, id: sourceId },
    serviceId,
    locationId,
    ...(family.own.value as { description: string; demo?: true }),
    schedules: schedulesOf(family, assembly),
    ...closuresOf(family, assembly),
    phones: phonesOf(family, assembly),
    contacts: contactsOf(family, assembly),
    capacities: capacitiesOf(family, assembly),
    serviceAreas: serviceAreasOf(family, assembly),
    attributes: attributesOf(family, assembly),
    metadata: metadataOf(family, assembly),
  });
}
