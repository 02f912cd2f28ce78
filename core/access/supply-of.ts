import type { Offer } from '../directory/offer.ts';
import type { AccessRules } from './access-rules.ts';
import type { SupplyPlace } from './supply-place.ts';
import { type CountedOffer, toldPlaces } from './told-places.ts';

export type SupplyOffer = CountedOffer & Pick<Offer, 'id' | 'confidentiality' | 'point'>;

export interface Supply {
  /** By id. */
  places: SupplyPlace[];
  /** Of how many nobody has told how many places there are. */
  unknown: number;
}

/**
 * What offers have room for: all their places where that is told, else those that are free, else what the rules take.
 * Places that were counted for a service are shared evenly by those of its offers that are here. Offers without a
 * public point are left out.
 */
export function supplyOf(offers: readonly SupplyOffer[], { capacityUnknown }: AccessRules): Supply {
  const open = offers.filter(({ point, confidentiality }) => point && confidentiality === 'public');
  const told = toldPlaces(open);
  const places = open.flatMap(({ id, point }, n) => {
    const counted = told[n];
    const capacity = counted ? counted.all / counted.sharers : capacityUnknown;
    return point ? [{ id, point: point.coordinates, capacity }] : [];
  });
  return {
    places: places.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
    unknown: told.filter((count) => count === undefined).length,
  };
}
