import type { ServiceAtLocation } from '../../core/directory/service.ts';
import { STANDING } from '../directory/directory-store.ts';
import { WITHOUT_NOTES } from '../directory/record-notes.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import { orElsewhere } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { model } from '../store/collection.ts';
import { inChunks } from '../store/in-chunks.ts';
import { changedSince } from './changed-since.ts';
import { HsdsRecord } from './hsds-answers.ts';
import { type PlacesQuery, PlacesQuery as Shape } from './hsds-query.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { listRoutes } from './list-routes.ts';
import { openLinks, readSecret } from './open-links.ts';
import { postcodeCondition } from './postcode-filter.ts';
import { type Listing, stillThere } from './read-in-batches.ts';
import { readLinks } from './read-links.ts';
import { sendList, sendOne } from './send-list.ts';
import { all, serviceConditions } from './service-filter.ts';
import { Id } from './service-routes.ts';
import { tellPlaces } from './tell-places.ts';
import type { DatedService } from './tell-services.ts';

/** Services at locations: only those of which the place may be told. */
export function placeRoutes(world: HsdsWorld): Route[] {
  return [
    ...listRoutes(world, '/service_at_locations', Shape, async (asked, res) => {
      const listing = listingOf(world, asked, await conditions(world, asked));
      return sendList(res, world.db, listing, asked, { streams: asked.full });
    }),
    route({
      method: 'get',
      path: '/service_at_locations/:id',
      action: 'directory.read',
      params: Id,
      returns: orElsewhere(HsdsRecord),
      handle: async ({ params, req, res }) => {
        const open = await openLinks(world.db, await readSecret(world.db));
        return sendOne({ req, res }, world.db, listingOf(world, { full: true }, [open]), params.id);
      },
    }),
  ];
}

function listingOf(
  world: HsdsWorld,
  { full }: Pick<PlacesQuery, 'full'>,
  conditions: readonly object[],
): Listing<ServiceAtLocation> {
  return {
    spec: servicesAtLocations,
    filter: all([STANDING, ...conditions]),
    fields: WITHOUT_NOTES,
    tell: (found) => tellPlaces({ full }, world, found),
  };
}

async function conditions(world: HsdsWorld, asked: PlacesQuery): Promise<object[]> {
  const { search, modified_after: since, postcode, proximity } = asked;
  const [secret, ofServices] = await Promise.all([readSecret(world.db), serviceConditions(world, asked)]);
  return [
    await openLinks(world.db, secret),
    ...(ofServices.length === 0 ? [] : [await ofThese(world, ofServices)]),
    ...(since === undefined ? [] : [await changedSince(world.db, 'service-at-location', since)]),
    ...(search === undefined ? [] : [await found(world, search)]),
    ...(postcode === undefined ? [] : [await postcodeCondition(world, secret, postcode, proximity)]),
  ];
}

/** By the ids of the links, which the engine finds quickest. */
async function ofThese({ db }: HsdsWorld, ofServices: readonly object[]): Promise<object> {
  const given = await model<DatedService>(db, services).distinct('_id', stillThere(all(ofServices)));
  const links = await inChunks(given, (ids) => readLinks(db, { serviceId: { $in: ids } }));
  return { _id: { $in: links.map(({ id }) => id) } };
}

async function found({ offers }: HsdsWorld, text: string): Promise<object> {
  const index = await offers();
  const { page } = index.search({ text, sort: 'name', skip: 0, limit: Number.POSITIVE_INFINITY });
  return { _id: { $in: page.map(({ id }) => id) } };
}
