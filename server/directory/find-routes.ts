import type { Connection } from 'mongoose';
import { localMoment } from '../../core/directory/local-moment.ts';
import type { OfferEntry, OfferSearch } from '../../core/directory/offer-index.ts';
import type { OfferMark } from '../../core/directory/offer-view.ts';
import type { Position } from '../../core/geo/point.ts';
import { reachKm } from '../../core/travel/travel.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readSchool } from '../schools/school-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import { searchNotes } from '../unmet/note-search.ts';
import { approvedOnly } from './approved-only.ts';
import { currentOffers } from './current-offers.ts';
import { readOffersById } from './directory-store.ts';
import { FindQuery } from './find-query.ts';
import type { OfferRecord } from './offer-collection.ts';
import { domainOf, viewOffer } from './offer-view.ts';

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
      handle: async ({ query, account, req }) => {
        const [{ search, moment, origin }, index] = await Promise.all([
          prepare(deps, clock, query, account),
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
      handle: async ({ query, account }) => {
        const [{ search }, index] = await Promise.all([prepare(deps, clock, query, account), readIndex()]);
        const { page, total } = index.search({ ...search, mapped: true, skip: 0, limit: MOST_MARKS });
        return { items: page.map((offer) => mark(deps, offer)), total };
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

/** What the question means: where from, how far, at what time of the district's clocks. */
async function prepare(deps: Deps, clock: () => Date, query: FindQuery, account: Account | null) {
  refuseUnknownTerms(deps, query.terms ?? []);
  const [district, origin, organizationIds] = await Promise.all([
    readDistrict(deps.db),
    readOrigin(deps, query),
    approvedOnly(deps, query, account),
  ]);
  const moment = localMoment(clock(), district?.timezone ?? 'UTC');
  const {
    q,
    location,
    openNow,
    minutes,
    mode,
    page,
    perPage,
    sort,
    near: _n,
    school: _s,
    approved: _a,
    ...rest
  } = query;
  const reach = minutes === undefined ? undefined : reachKm(minutes, deps.rules.travel[mode]);
  const search: OfferSearch = {
    ...rest,
    text: q,
    locationId: location,
    organizationIds,
    openAt: openNow ? moment : undefined,
    near: origin ? { origin, reachKm: reach } : undefined,
    sort: sort ?? (origin ? 'time' : 'name'),
    skip: (page - 1) * perPage,
    limit: perPage,
  };
  return { search, moment, origin };
}

async function readOrigin(deps: Deps, query: FindQuery): Promise<Position | null> {
  if (query.school === undefined) return query.near ?? null;
  const school = await readSchool(deps.db, query.school);
  if (!school) throw refused('school', 'There is no such school.');
  if (!school.point)
    throw refused('school', 'Nobody has said yet where this school is. Choose another start.');
  return school.point.coordinates;
}

function refuseUnknownTerms({ rules }: Deps, terms: readonly string[]): void {
  const unknown = terms.filter((term) => !rules.taxonomy.get(term));
  if (unknown.length > 0) throw refused('terms', `There is no term called ${unknown.join(', ')}.`);
}

function refused(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', message, [{ path, message }]);
}
