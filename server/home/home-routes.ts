import type { Deps } from '../deps.ts';
import { signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { waitingFor } from './waiting-for.ts';

/** What waits today for whoever asks. */
export function homeRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/home',
      action: 'home.read',
      handle: async ({ account }) => {
        if (!account) throw signInNeeded();
        return { items: await waitingFor(deps, account) };
      },
    }),
  ];
}
