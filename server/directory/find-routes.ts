import { localMoment } from '../../core/directory/local-moment.ts';
import type { OfferMark } from '../../core/directory/offer-view.ts';
import type { Position } from '../../core/geo/point.ts';
import { reachKm } from '../../core/travel/travel.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readSchool } from '../schools/school-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import { findOffers, type OfferSearch } from './find-offers.ts';
import { FindQuery } from './find-query.ts';
import type { OfferRecord } from './offer-collection.ts';
import { offerFilter } from './offer-filter.ts';
import { domainOf, viewOffer } from './offer-view.ts';

const MOST_MARKS = 5000;

export function findRoutes(deps: Deps, clock: () => Date): Route[] {
  return [
    route({
      method: 'get',
      path: '/offers',
      who: 'everyone',
      query: FindQuery,
      handle: async ({ query }) => {
        const { search, moment, origin } = await prepare(deps, clock, query);
        const { records, total } = await findOffers(deps.db, search);
        const from = origin && { origin, rule: deps.rules.travel[query.mode] };
        const context = { taxonomy: deps.rules.taxonomy, moment, ...(from && { from }) };
        const items = records.map((record) => viewOffer(record, context));
        return { items, total, page: query.page, perPage: query.perPage, origin };
      },
    }),
    route({
      method: 'get',
      path: '/offers/map',
      who: 'everyone',
      query: FindQuery,
      handle: async ({ query }) => {
        const { search } = await prepare(deps, clock, query);
        const onMap = { $and: [search.filter, { confidentiality: 'public' }, { point: { $exists: true } }] };
        const all = { ...search, filter: onMap, skip: 0, limit: MOST_MARKS };
        const { records, total } = await findOffers<OfferRecord>(deps.db, all, MARK_FIELDS);
        return { items: records.flatMap((record) => mark(deps, record)), total };
      },
    }),
  ];
}

const MARK_FIELDS = { locationId: 1, point: 1, terms: 1, serviceName: 1, placesFree: 1 } as const;

function mark({ rules }: Deps, record: OfferRecord): OfferMark[] {
  const { id, locationId, point, terms, serviceName, placesFree } = record;
  if (!point) return [];
  const [lon, lat] = point.coordinates;
  return [
    {
      id,
      locationId,
      lon,
      lat,
      domain: domainOf(terms, rules.taxonomy),
      name: serviceName,
      full: placesFree === 0,
    },
  ];
}

/** Turns the question into the engine's words: where from, how far, at what time of the district's clocks. */
async function prepare(deps: Deps, clock: () => Date, query: FindQuery) {
  refuseUnknownTerms(deps, query.terms ?? []);
  const [district, origin] = await Promise.all([readDistrict(deps.db), readOrigin(deps, query)]);
  const moment = localMoment(clock(), district?.timezone ?? 'UTC');
  const { minutes, mode, page, perPage } = query;
  const reach = minutes === undefined ? undefined : reachKm(minutes, deps.rules.travel[mode]);
  const search: OfferSearch = {
    filter: offerFilter(query, moment),
    near: origin ? { origin, reachKm: reach } : undefined,
    sort: query.sort ?? (origin ? 'time' : 'name'),
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
