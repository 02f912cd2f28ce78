import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { countForgotten } from '../students/forgotten-store.ts';
import { RetentionReports } from './retention-answers.ts';
import { listReports } from './retention-store.ts';

/** What is kept for how long, what was deleted when, and how many students are never to come back. */
export function retentionRoutes({ db, rules }: Pick<Deps, 'db' | 'rules'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/retention-reports',
      summary: 'What was deleted when, by rules of keeping',
      action: 'retention.read',
      returns: RetentionReports,
      handle: async () => {
        const [items, forgotten] = await Promise.all([listReports(db), countForgotten(db)]);
        return { periods: rules.retention, forgotten, items, total: items.length };
      },
    }),
  ];
}
