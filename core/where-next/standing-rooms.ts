import { toldPlaces } from '../access/told-places.ts';
import type { Offer } from '../directory/offer.ts';

export interface StandingService {
  /** Of `terms`, those that it gives: their places in the list. */
  terms: number[];
  offer: Offer;
  /** People whom it can take. */
  room: number;
}

export interface StandingSplit {
  /** Whoever told for how many there is room, each once, by id. */
  limited: StandingService[];
  /** For each kind of help, who did not. */
  unlimited: Offer[][];
}

/** What gives help already, apart by whether it told its room. Places that several sites share are whole at each. */
export function standingRooms(existing: readonly (readonly Offer[])[]): StandingSplit {
  const offers = [...new Map(existing.flat().map((offer) => [offer.id, offer])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const told = toldPlaces(offers);
  const giving = existing.map((list) => new Set(list.map(({ id }) => id)));
  const limited = offers.flatMap((offer, index) => {
    const counted = told[index];
    if (!counted) return [];
    const { all, sharers, nth } = counted;
    const upTo = (sharer: number) => Math.floor((all * sharer) / sharers);
    const terms = giving.flatMap((ids, term) => (ids.has(offer.id) ? [term] : []));
    return [{ terms, offer, room: upTo(nth + 1) - upTo(nth) }];
  });
  const isLimited = new Set(limited.map(({ offer }) => offer.id));
  return { limited, unlimited: existing.map((list) => list.filter(({ id }) => !isLimited.has(id))) };
}
