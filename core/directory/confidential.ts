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
  const { id, source, organizationId, name, locationType, confidentiality, demo } = location;
  const towns = location.addresses.flatMap(({ city, stateProvince }) =>
    city === undefined ? [] : [{ city, ...(stateProvince !== undefined && { stateProvince }) }],
  );
  return {
    id,
    source,
    name,
    locationType,
    confidentiality,
    demo,
    description: '',
    pointQuality: 'missing',
    addresses: towns.slice(0, 1),
    phones: location.phones,
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
 * Whether a location may be shown by itself. One where nothing is given but what is more confidential than the
 * location says is treated as hidden: its page would tell where that is.
 */
export function isShown(
  location: Location,
  offersThere: readonly { confidentiality: Confidentiality }[],
): boolean {
  if (location.confidentiality === 'hidden') return false;
  return offersThere.length === 0 || offersThere.some((offer) => isGivenOpenly(offer, location));
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
