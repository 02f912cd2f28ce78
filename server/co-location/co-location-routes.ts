import { z } from 'zod';
import type { CoLocationAsked } from '../../core/co-location/co-location.ts';
import { TravelMode } from '../../core/travel/travel.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { answerOnce } from './answer-once.ts';
import { CoLocation, SiteNeighbourhood } from './co-location-answers.ts';
import { currentSites } from './current-sites.ts';
import { type CoLocationWorld, loadWorld } from './load-world.ts';
import { surveySites } from './survey-sites.ts';

const Id = z.object({ id: z.string().max(100) });
const Asked = z.object({
  minutes: z.coerce.number('must be a number').int().min(5).max(120).multipleOf(5).default(15),
  mode: TravelMode.default('car'),
});

export function coLocationRoutes(deps: Deps): Route[] {
  const readSites = currentSites(deps.db);
  const world = (asked: CoLocationAsked) => loadWorld(deps, readSites, asked, deps.clock());
  return [
    route({
      method: 'get',
      path: '/co-location',
      summary: 'Who shares a roof, what is used together, what lacks',
      action: 'co-location.read',
      query: Asked,
      returns: CoLocation,
      handle: async ({ query }) => {
        const loaded = await world(query);
        return answerOnce(loaded, () => surveySites(loaded, deps.rules));
      },
    }),
    route({
      method: 'get',
      path: '/co-location/:id',
      summary: 'What lacks around one place',
      action: 'co-location.read',
      params: Id,
      query: Asked,
      returns: SiteNeighbourhood,
      handle: async ({ params, query }) => neighbourhoodOf(await world(query), params.id),
    }),
  ];
}

/** @throws AppError `not-found` for a place that is not known, or not to be known: nobody can tell which */
function neighbourhoodOf({ sites, around, asked, counts }: CoLocationWorld, locationId: string) {
  const site = sites.find(({ locations }) => locations.some(({ id }) => id === locationId));
  if (!site) throw notFound();
  const { countedOn, threshold } = counts;
  return { ...asked, id: site.id, locations: site.locations, ...around(site.point), countedOn, threshold };
}
