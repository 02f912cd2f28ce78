import { accountRoutes } from './accounts/account-routes.ts';
import { sessionRoutes } from './accounts/session-routes.ts';
import type { Deps } from './deps.ts';
import { directoryRoutes } from './directory/directory-routes.ts';
import { gapRoutes } from './gaps/routes.ts';
import type { Route } from './http/route.ts';
import { matchRoutes } from './matches/routes.ts';

/** Every route of /api/v1, one line a domain. */
export function allRoutes(deps: Deps): Route[] {
  return [
    ...sessionRoutes(deps),
    ...accountRoutes(deps),
    ...directoryRoutes(deps),
    ...matchRoutes(deps),
    ...gapRoutes(deps),
  ];
}
