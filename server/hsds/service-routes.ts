import { z } from 'zod';
import { told } from '../../core/hsds/hsds-object.ts';
import { WITHOUT_OTHER_NOTES } from '../directory/record-notes.ts';
import { services } from '../directory/service-collection.ts';
import { orElsewhere } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { changedSince } from './changed-since.ts';
import { HsdsRecord } from './hsds-answers.ts';
import { type ServicesQuery, ServicesQuery as Shape } from './hsds-query.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { listRoutes } from './list-routes.ts';
import type { Listing } from './read-in-batches.ts';
import { sendList, sendOne } from './send-list.ts';
import { all, serviceConditions } from './service-filter.ts';
import { type DatedService, modifiedAt, tellFullServices, tellServices } from './tell-services.ts';

export const Id = z.object({ id: z.string().max(100) });

export function serviceRoutes(world: HsdsWorld): Route[] {
  return [
    ...listRoutes(world, '/services', Shape, async (asked, res) => {
      const listing = listingOf(world, asked, await conditions(world, asked));
      const { full, minimal } = asked;
      return sendList(res, world.db, listing, asked, { streams: full && !minimal, everything: minimal });
    }),
    route({
      method: 'get',
      path: '/services/:id',
      summary: 'A service: who gives it and where',
      action: 'directory.read',
      params: Id,
      returns: orElsewhere(HsdsRecord),
      handle: ({ params, req, res }) => {
        const listing = listingOf(world, { full: true, minimal: false }, []);
        return sendOne({ req, res }, world.db, listing, params.id);
      },
    }),
  ];
}

function listingOf(
  world: HsdsWorld,
  { full, minimal }: Pick<ServicesQuery, 'full' | 'minimal'>,
  asked: readonly object[],
): Listing<DatedService> {
  const listing = { spec: services, filter: all(asked) };
  if (minimal)
    return {
      ...listing,
      fields: { lastModified: 1, changedAt: 1 },
      tell: async (found) =>
        found.map((service) => told({ id: service.id, modified_date: modifiedAt(service) })),
    };
  const tell = full ? tellFullServices : tellServices;
  return { ...listing, fields: WITHOUT_OTHER_NOTES, tell: (found) => tell(world, found) };
}

async function conditions(world: HsdsWorld, asked: ServicesQuery): Promise<object[]> {
  const { search, modified_after: since } = asked;
  return [
    ...(await serviceConditions(world, asked)),
    ...(since === undefined ? [] : [await changedSince(world.db, 'service', since)]),
    ...(search === undefined ? [] : [{ _id: { $in: await servicesFound(world, search) } }]),
  ];
}

/** Services that Find finds: nothing that must not be told is among the words that it looks at. */
async function servicesFound({ offers }: HsdsWorld, text: string): Promise<string[]> {
  const index = await offers();
  const { page } = index.search({ text, sort: 'name', skip: 0, limit: Number.POSITIVE_INFINITY });
  return [...new Set(page.map(({ serviceId }) => serviceId))];
}
