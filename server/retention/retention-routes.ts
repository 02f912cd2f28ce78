import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { listReports } from './retention-store.ts';

/** What is kept for how long, and what was deleted when. */
export function retentionRoutes({ db, rules }: Pick<Deps, 'db' | 'rules'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/retention-reports',
      action: 'retention.read',
      handle: async () => {
        const items = await listReports(db);
        return { periods: rules.retention, items, total: items.length };
      },
    }),
  ];
}
