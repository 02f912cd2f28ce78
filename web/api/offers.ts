import type { Offer } from '../../core/directory/offer.ts';
import type { Position } from '../../core/geo/point.ts';
import type { DomainId } from '../../core/taxonomy/term.ts';
import type { PagedList } from './list.ts';
import { get, type QueryValues } from './request.ts';

/** An offer as Find shows it. */
export interface OfferView extends Omit<Offer, 'words' | 'residenceAreas'> {
  minutes?: number;
  km?: number;
  /** Null: nobody said when it is open. */
  openNow: boolean | null;
  domain: DomainId | null;
}

export interface OfferPin {
  id: string;
  locationId: string;
  lon: number;
  lat: number;
  domain: DomainId | null;
  name: string;
  full: boolean;
}

export interface OfferList extends PagedList<OfferView> {
  origin: Position | null;
}

export function findOffers(query: QueryValues, signal?: AbortSignal): Promise<OfferList> {
  return get<OfferList>('/offers', query, signal);
}

export async function findPins(query: QueryValues, signal?: AbortSignal): Promise<OfferPin[]> {
  return (await get<{ items: OfferPin[] }>('/offers/map', query, signal)).items;
}
