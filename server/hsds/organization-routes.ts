import type { Organization } from '../../core/directory/service.ts';
import { namePatterns } from '../../core/hsds/name-pattern.ts';
import { organizations } from '../directory/organization-collection.ts';
import { WITHOUT_NOTES } from '../directory/record-notes.ts';
import { services } from '../directory/service-collection.ts';
import { orElsewhere } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { model } from '../store/collection.ts';
import { HsdsRecord } from './hsds-answers.ts';
import { OrganizationQuery, type OrganizationsQuery, OrganizationsQuery as Shape } from './hsds-query.ts';
import type { HsdsWorld } from './hsds-world.ts';
import { listRoutes } from './list-routes.ts';
import { type Listing, stillThere } from './read-in-batches.ts';
import { sendList, sendOne } from './send-list.ts';
import { all, serviceConditions } from './service-filter.ts';
import { Id } from './service-routes.ts';
import { tellFullOrganizations, tellOrganizations } from './tell-organizations.ts';
import type { DatedService } from './tell-services.ts';

export function organizationRoutes(world: HsdsWorld): Route[] {
  return [
    ...listRoutes(world, '/organizations', Shape, async (asked, res) => {
      const full = asked.full || asked.full_service;
      const listing = listingOf(world, asked, await conditions(world, asked));
      return sendList(res, world.db, listing, asked, { streams: full });
    }),
    route({
      method: 'get',
      path: '/organizations/:id',
      summary: 'An organization: its services and places',
      action: 'directory.read',
      params: Id,
      query: OrganizationQuery,
      returns: orElsewhere(HsdsRecord),
      handle: ({ params, query, req, res }) => {
        const listing = listingOf(world, { ...query, full: true }, []);
        return sendOne({ req, res }, world.db, listing, params.id);
      },
    }),
  ];
}

function listingOf(
  world: HsdsWorld,
  { full, full_service }: Pick<OrganizationsQuery, 'full' | 'full_service'>,
  conditions: readonly object[],
): Listing<Organization> {
  return {
    spec: organizations,
    filter: all(conditions),
    fields: WITHOUT_NOTES,
    tell: (found) =>
      full || full_service
        ? tellFullOrganizations(world, found, full_service ? 'whole' : 'short')
        : tellOrganizations(world, found),
  };
}

/** By words of the name, which is told as it is given; by terms of what they offer. */
async function conditions(world: HsdsWorld, asked: OrganizationsQuery): Promise<object[]> {
  const ofServices = await serviceConditions(world, {
    taxonomy_term_id: asked.taxonomy_term_id,
    taxonomy_id: asked.taxonomy_id,
  });
  const named = namePatterns(asked.search ?? '').map((name) => ({ name }));
  if (ofServices.length === 0) return named;
  const ids = await model<DatedService>(world.db, services).distinct(
    'organizationId',
    stillThere(all(ofServices)),
  );
  return [...named, { _id: { $in: ids } }];
}
