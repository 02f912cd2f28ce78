import type { Offer } from '../directory/offer.ts';

export type CountedOffer = Pick<Offer, 'serviceId' | 'placesMaximum' | 'placesFree' | 'placesShared'>;

/** What was counted for an offer, or for the service that shares it among so many of the offers that are here. */
export interface ToldPlaces {
  all: number;
  sharers: number;
  /** Which of the sharers this is, from 0. */
  nth: number;
}

/** All places of each offer where that was told, else those that are free; undefined where nobody told. */
export function toldPlaces(offers: readonly CountedOffer[]): (ToldPlaces | undefined)[] {
  const sharers = new Map<string, number>();
  const nth = offers.map(({ serviceId, placesShared }) => {
    const before = sharers.get(serviceId) ?? 0;
    if (placesShared) sharers.set(serviceId, before + 1);
    return placesShared ? before : 0;
  });
  return offers.map(({ serviceId, placesMaximum, placesFree, placesShared }, index) => {
    const all = [placesMaximum, placesFree].find(isCount);
    if (all === undefined) return undefined;
    return { all, sharers: placesShared ? sharers.get(serviceId)! : 1, nth: nth[index]! };
  });
}

function isCount(count: number | undefined): count is number {
  return count !== undefined && Number.isFinite(count) && count >= 0;
}
