import { tells, tracesOf, withoutTracesWithin } from './place-traces.ts';
import { CONFIDENTIALITY, type Confidentiality, type Location } from './service.ts';

/** Where two say how much may be known, the stricter one counts. */
export function strictest(a: Confidentiality, b: Confidentiality): Confidentiality {
  return isStricter(a, b) ? a : b;
}

/** Whether `a` lets less be known than `b`. */
export function isStricter(a: Confidentiality, b: Confidentiality): boolean {
  return CONFIDENTIALITY.indexOf(a) > CONFIDENTIALITY.indexOf(b);
}

/**
 * What may be known of a partly confidential location: its name, its town and how to call. Built from what is
 * allowed, not by taking away, so that a field added later stays inside. Free text and recorded changes are left
 * out: they may hold the address.
 */
export function veiledLocation(location: Location): Location {
  const { id, source, organizationId, locationType, confidentiality, demo } = location;
  const towns = location.addresses.flatMap(({ city, stateProvince }) =>
    city === undefined ? [] : [{ city, ...(stateProvince !== undefined && { stateProvince }) }],
  );
  return {
    id,
    source,
    name: tellableName(location),
    locationType,
    confidentiality,
    demo,
    description: '',
    pointQuality: 'missing',
    addresses: towns.slice(0, 1),
    phones: withoutTracesWithin(location.phones, tracesOf([location], [location.name])),
    languages: location.languages,
    contacts: [],
    accessibility: [],
    schedules: [],
    attributes: [],
    metadata: [],
    ...(organizationId !== undefined && { organizationId }),
  };
}

/**
 * The name of a partly confidential location. Where it repeats the address, as feeds without names have it, the town
 * stands for it; empty where that is not known either.
 */
export function tellableName(location: Location): string {
  const traces = tracesOf([location], [location.name]);
  return tells(location.name, traces) ? (location.addresses[0]?.city ?? '') : location.name;
}

/**
 * Whether a location may be shown by itself. One where nothing is given now but what is more confidential than the
 * location says is treated as hidden: its page would tell where that is. So is one of a confidential service that
 * is closed for a while, since a shelter that takes nobody today still stands where it stands.
 */
export function isShown(
  location: Location,
  offersThere: readonly { confidentiality: Confidentiality }[],
  servicesThere: readonly { confidentiality: Confidentiality }[],
): boolean {
  if (location.confidentiality === 'hidden') return false;
  const isSecret = (given: { confidentiality: Confidentiality }) => !isGivenOpenly(given, location);
  return offersThere.some((offer) => isGivenOpenly(offer, location)) || !servicesThere.some(isSecret);
}

/** Whether an offer may be named together with its location. */
export function isGivenOpenly(offer: { confidentiality: Confidentiality }, location: Location): boolean {
  return (
    location.confidentiality !== 'hidden' && !isStricter(offer.confidentiality, location.confidentiality)
  );
}

/** A location as it may be shown beside one of its offers; null where the offer must not tell its place. */
export function locationBeside(
  offer: { confidentiality: Confidentiality },
  location: Location,
): Location | null {
  if (!isGivenOpenly(offer, location)) return null;
  return location.confidentiality === 'public' ? location : veiledLocation(location);
}
