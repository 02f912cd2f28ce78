import type { CrowdInWindow, FoundOffers, OfferMark } from '../../core/directory/offer-view.ts';
import type { List } from './list.ts';
import { get, type QueryValues } from './request.ts';

export type { FoundOffers, OfferMark, OfferView } from '../../core/directory/offer-view.ts';

export function findOffers(query: QueryValues, signal?: AbortSignal): Promise<FoundOffers> {
  return get<FoundOffers>('/offers', query, signal);
}

export function findMarks(query: QueryValues, signal?: AbortSignal): Promise<List<OfferMark>> {
  return get<List<OfferMark>>('/offers/map', query, signal);
}

export function findCrowd(query: QueryValues, signal: AbortSignal): Promise<CrowdInWindow> {
  return get<CrowdInWindow>('/offers/clusters', query, signal);
}
