import { z } from 'zod';
import { School } from '../../core/schools/school.ts';
import { SchoolPage } from '../../core/schools/school-page.ts';
import { DOMAIN_IDS } from '../../core/taxonomy/term.ts';
import { reachKm, TravelMode, travelMinutes } from '../../core/travel/travel.ts';
import type { Deps } from '../deps.ts';
import { nearestByDomain } from '../directory/nearest-by-domain.ts';
import { notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { listSchools, readSchool } from './school-store.ts';

const Id = z.object({ id: z.string().max(100) });
const Reach = z.object({
  minutes: z.coerce.number('must be a number').min(1).max(240, 'at most 240 minutes').default(30),
  mode: TravelMode.default('car'),
});

export function schoolRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/schools',
      summary: 'All schools',
      action: 'schools.read',
      returns: listOf(School),
      handle: async () => {
        const items = await listSchools(deps.db);
        return { items, total: items.length };
      },
    }),
    route({
      method: 'get',
      path: '/schools/:id',
      summary: 'A school, and what can be reached from it',
      action: 'schools.read',
      params: Id,
      query: Reach,
      returns: SchoolPage,
      handle: async ({ params, query }) => {
        const school = await readSchool(deps.db, params.id);
        if (!school) throw notFound();
        return { school, domains: await domainsAround(deps, school, query) };
      },
    }),
  ];
}

/** How far out the nearest is looked for where nothing is within the time that was asked. */
const FAR_KM = 250;

/**
 * Every domain in its order, with what can be reached from the school in time, and the nearest even where that takes
 * longer. Two round trips at the most.
 */
async function domainsAround({ db, rules }: Deps, { point }: School, reach: z.output<typeof Reach>) {
  const rule = rules.travel[reach.mode];
  const near = point ? await nearestByDomain(db, point.coordinates, reachKm(reach.minutes, rule)) : [];
  const missing = DOMAIN_IDS.filter((domain) => !near.some((entry) => entry.domain === domain));
  const far =
    point && missing.length > 0
      ? await nearestByDomain(db, point.coordinates, FAR_KM, { termsAndAbove: { $in: missing } })
      : [];
  const byDomain = new Map(
    [...far.map((entry) => ({ ...entry, offers: 0 })), ...near].map((entry) => [entry.domain, entry]),
  );
  return DOMAIN_IDS.map((domain) => {
    const found = byDomain.get(domain);
    if (!found) return { domain, offers: 0, nearest: null };
    const { offerId, name, km } = found.nearest;
    const minutes = Math.round(travelMinutes(km, rule) * 10) / 10;
    return { domain, offers: found.offers, nearest: { offerId, name, minutes } };
  });
}
