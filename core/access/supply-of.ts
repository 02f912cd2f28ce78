import type { Offer } from '../directory/offer.ts';
import type { AccessRules } from './access-rules.ts';
import type { SupplyPlace } from './supply-place.ts';

export type SupplyOffer = Pick<
  Offer,
  'id' | 'serviceId' | 'confidentiality' | 'point' | 'placesMaximum' | 'placesFree' | 'placesShared'
>;

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
  const sharers = new Map<string, number>();
  for (const { serviceId, placesShared } of open)
    if (placesShared) sharers.set(serviceId, (sharers.get(serviceId) ?? 0) + 1);
  const told = open.map(({ placesMaximum, placesFree }) => [placesMaximum, placesFree].find(isCount));
  const places = open.flatMap(({ id, serviceId, point, placesShared }, n) => {
    const counted = told[n];
    const among = placesShared ? (sharers.get(serviceId) ?? 1) : 1;
    const capacity = counted === undefined ? capacityUnknown : counted / among;
    return point ? [{ id, point: point.coordinates, capacity }] : [];
  });
  return {
    places: places.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
    unknown: told.filter((count) => count === undefined).length,
  };
}

function isCount(count: number | undefined): count is number {
  return count !== undefined && Number.isFinite(count) && count >= 0;
}
