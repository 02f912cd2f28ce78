import type { Connection } from 'mongoose';
import { z } from 'zod';
import type { OfferEntry } from '../../core/directory/offer-index.ts';
import { CrowdInWindow, FoundOffers, OfferMark } from '../../core/directory/offer-view.ts';
import type { Deps } from '../deps.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { searchNotes } from '../unmet/note-search.ts';
import { currentOffers } from './current-offers.ts';
import { readOffersById } from './directory-store.ts';
import { FindQuery, WindowQuery } from './find-query.ts';
import type { OfferRecord } from './offer-collection.ts';
import { domainOf, viewOffer } from './offer-view.ts';
import { prepareSearch } from './prepare-search.ts';

/** More are told as clusters, window by window. */
const MOST_MARKS = 5000;

export function findRoutes(deps: Deps, clock: () => Date): Route[] {
  const readIndex = currentOffers(deps.db);
  // Filled at once, so that the first who asks does not wait for it; a failure here is met again and told then.
  readIndex().catch(() => undefined);
  const readRecords = recordsOf(deps.db);
  const noteEmpty = searchNotes(deps);
  return [
    route({
      method: 'get',
      path: '/offers',
      summary: 'Find: offers that answer a question, a page of them',
      action: 'directory.read',
      query: FindQuery,
      returns: FoundOffers,
      handle: async ({ query, account, req }) => {
        const [{ search, moment, origin }, index] = await Promise.all([
          prepareSearch(deps, clock, query, account),
          readIndex(),
        ]);
        const { page: found, total } = index.search(search);
        if (total === 0) await noteEmpty({ query, origin, from: req.ip ?? '' });
        const records = await readRecords(found);
        const from = origin ? { origin, rule: deps.rules.travel[query.mode] } : undefined;
        const context = { taxonomy: deps.rules.taxonomy, moment, from };
        const items = records.map((record) => viewOffer(record, context));
        return { items, total, page: query.page, perPage: query.perPage, origin };
      },
    }),
    route({
      method: 'get',
      path: '/offers/map',
      summary: 'The same as marks for a map',
      action: 'directory.read',
      query: FindQuery,
      returns: listOf(OfferMark),
      handle: async ({ query, account }) => {
        const [{ search }, index] = await Promise.all([
          prepareSearch(deps, clock, query, account),
          readIndex(),
        ]);
        const { page, total } = index.search({ ...search, mapped: true, skip: 0, limit: MOST_MARKS });
        return { items: total > MOST_MARKS ? [] : page.map((offer) => mark(deps, offer)), total };
      },
    }),
    route({
      method: 'get',
      path: '/offers/clusters',
      summary: 'What a window of the map shows of more places than are sent at once',
      action: 'directory.read',
      query: z.intersection(FindQuery, WindowQuery),
      returns: CrowdInWindow,
      handle: async ({ query: { box, zoom, ...query }, account }) => {
        const [{ search }, index] = await Promise.all([
          prepareSearch(deps, clock, query, account),
          readIndex(),
        ]);
        const { clusters, apart, total } = index.window(search, { box, zoom });
        return { clusters, items: apart.slice(0, MOST_MARKS).map((offer) => mark(deps, offer)), total };
      },
    }),
  ];
}

function mark(
  { rules }: Deps,
  { id, locationId, point, term, serviceName, placesFree }: OfferEntry,
): OfferMark {
  const [lon, lat] = point!.coordinates;
  const domain = domainOf(term === undefined ? [] : [term], rules.taxonomy);
  return { id, locationId, lon, lat, domain, name: serviceName, full: placesFree === 0 };
}

/**
 * Reads whole offers and remembers them for as long as their entry in the index lives. A changed offer gets a new
 * entry, so what is remembered is never older than what was searched.
 */
function recordsOf(db: Connection) {
  const remembered = new WeakMap<OfferEntry, OfferRecord>();
  return async (entries: readonly OfferEntry[]): Promise<OfferRecord[]> => {
    const unknown = entries.filter((entry) => !remembered.has(entry));
    const read = await readOffersById(
      db,
      unknown.map(({ id }) => id),
    );
    const byId = new Map(read.map((record) => [record.id, record]));
    for (const entry of unknown) {
      const record = byId.get(entry.id);
      if (record) remembered.set(entry, record);
    }
    return entries.flatMap((entry) => remembered.get(entry) ?? []);
  };
}
