import { useMemo } from 'preact/hooks';
import { type FoundOffers, findMarks, findOffers, type OfferMark } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { type FindQuery, filterOf, PER_PAGE } from './find-query.ts';

export interface Found {
  list: Loaded<FoundOffers>;
  marks: readonly OfferMark[];
}

const none: readonly OfferMark[] = [];

/** One page of the list, and all marks of the map, for the same question. */
export function useFind(query: FindQuery): Found {
  const filter = useMemo(() => filterOf(query), [query]);
  const page = { ...filter, page: query.page, perPage: PER_PAGE };
  const keepLast = { keepLast: true };
  const list = useLoaded(addressOf('/offers', page), (signal) => findOffers(page, signal), keepLast);
  const marks = useLoaded(addressOf('/offers/map', filter), (signal) => findMarks(filter, signal), keepLast);
  return { list, marks: marks.data ?? none };
}
