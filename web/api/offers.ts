import type { FoundOffers, OfferMark } from '../../core/directory/offer-view.ts';
import type { List } from './list.ts';
import { get, type QueryValues } from './request.ts';

export type { FoundOffers, OfferMark, OfferView } from '../../core/directory/offer-view.ts';

export function findOffers(query: QueryValues, signal?: AbortSignal): Promise<FoundOffers> {
  return get<FoundOffers>('/offers', query, signal);
}

export async function findMarks(query: QueryValues, signal?: AbortSignal): Promise<OfferMark[]> {
  return (await get<List<OfferMark>>('/offers/map', query, signal)).items;
}
