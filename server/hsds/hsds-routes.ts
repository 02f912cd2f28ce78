import type { Request } from 'express';
import { HSDS_PROFILE } from '../../core/hsds/profile.ts';
import { type Route, route } from '../http/route.ts';
import { HsdsAbout, HsdsProfile } from './hsds-answers.ts';
import { type HsdsDeps, hsdsWorld } from './hsds-world.ts';
import { organizationRoutes } from './organization-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { serviceRoutes } from './service-routes.ts';
import { taxonomyRoutes } from './taxonomy-routes.ts';

export const HSDS_OPENAPI =
  'https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json';

/** The directory as HSDS 3.1 has it, under /hsds: for everybody, without an account. */
export function hsdsRoutes(deps: HsdsDeps): Route[] {
  const world = hsdsWorld(deps);
  return [
    route({
      method: 'get',
      path: '/',
      action: 'directory.read',
      returns: HsdsAbout,
      handle: ({ req }) => ({
        version: '3.1',
        profile: new URL('/hsds/profile', deps.config.publicUrl ?? addressOf(req)).href,
        openapi_url: HSDS_OPENAPI,
      }),
    }),
    route({
      method: 'get',
      path: '/profile',
      action: 'directory.read',
      returns: HsdsProfile,
      handle: () => HSDS_PROFILE,
    }),
    ...serviceRoutes(world),
    ...organizationRoutes(world),
    ...placeRoutes(world),
    ...taxonomyRoutes(world),
  ];
}

/** Where this request reached us. */
function addressOf(req: Request): string {
  return `${req.protocol}://${req.host}`;
}
