import { useMemo } from 'preact/hooks';
import type { List } from '../../api/list.ts';
import { type FoundOffers, findMarks, findOffers, type OfferMark } from '../../api/offers.ts';
import { addressOf } from '../../api/request.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { type FindQuery, filterOf } from './find-query.ts';

/** What was found, with the question it answers: while the next one is on its way, the two belong together. */
export interface Answer {
  found: FoundOffers;
  asked: FindQuery;
}

export interface Found {
  list: Loaded<Answer>;
  marks: List<OfferMark> | undefined;
}

/** One page of the list and, where the map is shown, all its marks, for the same question. */
export function useFind(query: FindQuery, mapShown: boolean, perPage: number): Found {
  const filter = useMemo(() => filterOf(query), [query]);
  const page = { ...filter, page: query.page, perPage };
  const keepLast = { keepLast: true };
  const ask = async (signal: AbortSignal) => ({ found: await findOffers(page, signal), asked: query });
  const list = useLoaded(addressOf('/offers', page), ask, keepLast);
  const map = mapShown ? addressOf('/offers/map', filter) : null;
  const marks = useLoaded(map, (signal) => findMarks(filter, signal), keepLast);
  return { list, marks: marks.data };
}
