import { isGivenOpenly, strictest, tellableName } from './confidential.ts';
import { type PlaceTraces, tracesOf, withoutTracesWithin } from './place-traces.ts';
import type { Location, Organization, Service, ServiceAtLocation } from './service.ts';

/** What may be known of a service that is given at a place which is not to be found. Named one by one, so that a field added later stays inside. */
const OPEN = [
  'alternateName',
  'description',
  'url',
  'email',
  'interpretationServices',
  'applicationProcess',
  'feesDescription',
  'waitTime',
  'alert',
  'assuredDate',
  'eligibility',
  'schedules',
  'closures',
  'sessionMinutes',
  'costOptions',
  'requiredDocuments',
  'phones',
  'capacities',
] as const satisfies readonly (keyof Service)[];

/**
 * A service of which a place is confidential, as it may be shown: without the drawn service area, which may be as
 * small as the street, without who works there, recorded changes and fields of the source's own, and without
 * sentences that say where it is. Its own name is told as it is given.
 */
export function veiledService(service: Service, traces: PlaceTraces): Service {
  const { id, source, organizationId, programId, kind, status, name, confidentiality, demo } = service;
  const open = Object.fromEntries(OPEN.map((field) => [field, service[field]] as const)) as Pick<
    Service,
    (typeof OPEN)[number]
  >;
  return {
    ...withoutTracesWithin(open, traces),
    id,
    source,
    organizationId,
    ...(programId !== undefined && { programId }),
    kind,
    status,
    name,
    confidentiality,
    demo,
    terms: service.terms,
    sourceTerms: service.sourceTerms,
    languages: service.languages,
    serviceAreas: withoutTracesWithin(
      service.serviceAreas.flatMap(({ name: area }) => (area === undefined ? [] : [{ name: area }])),
      traces,
    ),
    contacts: withoutTracesWithin(
      service.contacts.map(({ title, phones }) => ({ ...(title !== undefined && { title }), phones })),
      traces,
    ),
    attributes: [],
    metadata: [],
    funding: [],
  };
}

/** The link of such a service to one of its places: hours and telephones that it says itself, nothing else. */
export function veiledLink(link: ServiceAtLocation, traces: PlaceTraces): ServiceAtLocation {
  const { id, source, serviceId, locationId, schedules, closures, phones, capacities, demo } = link;
  return {
    ...withoutTracesWithin({ schedules, ...(closures && { closures }), phones, capacities }, traces),
    id,
    source,
    serviceId,
    locationId,
    demo,
    description: '',
    contacts: [],
    serviceAreas: [],
    attributes: [],
    metadata: [],
  };
}

/** An organization of which a place is confidential: without recorded changes and fields of the source's own. */
export function veiledOrganization(organization: Organization, traces: PlaceTraces): Organization {
  const { id, source, name, ...rest } = organization;
  return {
    ...withoutTracesWithin(rest, traces),
    id,
    source,
    name,
    contacts: withoutTracesWithin(
      organization.contacts.map(({ name: _person, ...contact }) => contact),
      traces,
    ),
    attributes: [],
    metadata: [],
  };
}

/**
 * What the texts of a service must not repeat: undefined where all its places may be found. `locations` are all
 * that it is given at, those of a service that is closed for a while included.
 */
export function secretTraces(
  service: Pick<Service, 'name' | 'confidentiality'>,
  organizationName: string,
  locations: readonly Location[],
): PlaceTraces | undefined {
  const told = [service.name, organizationName];
  const secret = locations.filter((location) => {
    const confidentiality = strictest(service.confidentiality, location.confidentiality);
    if (confidentiality === 'public') return false;
    if (isGivenOpenly({ confidentiality }, location)) told.push(tellableName(location));
    return true;
  });
  return secret.length > 0 ? tracesOf(secret, told) : undefined;
}

/** The service that offers are built from: veiled where it must be, but with the areas by which residence is judged. */
export function offeredService(
  service: Service,
  organizationName: string,
  locations: readonly Location[],
): Service {
  const traces = secretTraces(service, organizationName, locations);
  return traces ? { ...veiledService(service, traces), serviceAreas: service.serviceAreas } : service;
}
