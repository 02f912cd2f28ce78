import type { Deps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { findRoutes } from './find-routes.ts';
import { hoursRoutes } from './hours-routes.ts';
import { recordRoutes } from './record-routes.ts';

/** Find, and the pages of services, sites and organizations. */
export function directoryRoutes(deps: Deps, clock: () => Date = () => new Date()): Route[] {
  return [...findRoutes(deps, clock), ...recordRoutes(deps, clock), ...hoursRoutes(deps, clock)];
}
