import { localMoment } from '../../core/directory/local-moment.ts';
import type { OfferSearch } from '../../core/directory/offer-index.ts';
import type { Position } from '../../core/geo/point.ts';
import { reachKm } from '../../core/travel/travel.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { readSchool } from '../schools/school-store.ts';
import { readDistrict } from '../settings/district-store.ts';
import { approvedOnly } from './approved-only.ts';
import type { FindQuery } from './find-query.ts';

/** What the question means: where from, how far, at what time of the district's clocks. */
export async function prepareSearch(
  deps: Deps,
  clock: () => Date,
  query: FindQuery,
  account: Account | null,
) {
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
