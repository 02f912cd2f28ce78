import type { Offer } from '../directory/offer.ts';
import type { Position } from '../geo/point.ts';
import { groupBy } from '../lists/group-by.ts';

/** What is read of an offer here; whole offers fit. */
export type SiteOffer = Pick<
  Offer,
  | 'id'
  | 'serviceId'
  | 'serviceName'
  | 'locationId'
  | 'organizationId'
  | 'organizationName'
  | 'locationName'
  | 'address'
  | 'kind'
  | 'confidentiality'
  | 'point'
  | 'terms'
  | 'hours'
  | 'hoursKnown'
  | 'placesFree'
>;

/** An offer that everybody may know the place of. */
export type OpenOffer = SiteOffer & { at: Position };

/** One roof: locations of one address at one point, with all that is given there. */
export interface Site {
  /** The first of its locations by id. */
  id: string;
  name: string;
  address?: string;
  point: Position;
  locations: { id: string; name: string }[];
  offers: OpenOffer[];
}

/** Public offers with a point, by id: what is confidential is in nothing that is worked out from these. */
export function openOffers(offers: readonly SiteOffer[]): OpenOffer[] {
  return offers
    .flatMap((offer) =>
      offer.confidentiality === 'public' && offer.point ? [{ ...offer, at: offer.point.coordinates }] : [],
    )
    .sort(byId);
}

/**
 * Directories often have a location of its own for each organization in a house. So locations are one site where both
 * address and point are the same; the point alone will not do, as that may be the middle of a town.
 */
export function sitesOf(offers: readonly OpenOffer[]): Site[] {
  return [...groupBy(offers, roofOf).values()].map(siteOf).sort(byId);
}

/** Names of the organizations of a site by id, in order of the names. */
export function organizationsOf({ offers }: Pick<Site, 'offers'>): { id: string; name: string }[] {
  const names = new Map(
    offers.map(({ organizationId, organizationName }) => [organizationId, organizationName]),
  );
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
}

function siteOf(offers: OpenOffer[]): Site {
  const names = new Map(offers.map(({ locationId, locationName }) => [locationId, locationName]));
  const locations = [...names].map(([id, name]) => ({ id, name })).sort(byId);
  const { id, name } = locations[0]!;
  const { at, address } = offers[0]!;
  return { id, name, point: at, locations, offers, ...(address !== undefined && { address }) };
}

/** The same text for all offers of a site. */
export function roofOf({
  at,
  address,
  locationId,
}: Pick<OpenOffer, 'at' | 'address' | 'locationId'>): string {
  return address === undefined ? locationId : `${at.join()} ${address.toLowerCase()}`;
}

export function byId(a: { id: string }, b: { id: string }): number {
  return compare(a.id, b.id);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
