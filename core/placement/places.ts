import { z } from 'zod';
import type { Offer } from '../directory/offer.ts';

/** What plans go by; data in data/placement. */
export const PlacementRules = z.strictObject({
  /** How many may be placed where nobody has said how many places there are. */
  unknownPlaces: z.int().min(0).max(1000),
  /** Steps that the search for the best places of those kept together may take. */
  searchLimit: z.int().min(1).max(1_000_000),
});
export type PlacementRules = z.infer<typeof PlacementRules>;

export type PlacesOffer = Pick<Offer, 'id' | 'serviceId' | 'placesFree' | 'placesUpdated' | 'placesShared'>;

/** Offers with the same pool share their places: one offer, or all offers of a service that was counted as a whole. */
export function poolOf({ id, serviceId, placesShared }: PlacesOffer): string {
  return placesShared ? `service/${serviceId}` : `offer/${id}`;
}

/** A count that is none, such as −1 or NaN. */
export function isOddCount(placesFree: number | undefined): boolean {
  return placesFree !== undefined && !(Number.isInteger(placesFree) && placesFree >= 0);
}

/** Free places by the partner's last word, before placements since then. An odd count opens none. */
export function placesOf({ placesFree }: PlacesOffer, { unknownPlaces }: PlacementRules): number {
  if (placesFree === undefined) return unknownPlaces;
  return isOddCount(placesFree) ? 0 : placesFree;
}

/** Whether a placement takes one of the places that were counted: one from before the count is in it already. */
export function takesPlace({ placesFree, placesUpdated }: PlacesOffer, placedAt: string): boolean {
  const counted = placesFree === undefined ? Number.NaN : Date.parse(placesUpdated ?? '');
  return Number.isNaN(counted) || Date.parse(placedAt) >= counted;
}
