import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { readDemoAccounts } from './demo-sign-ins.ts';
import { readDistrict } from './district-store.ts';

/** What the front end needs before anything else: the district, the map's tiles, the terms. */
export function settingsRoutes(deps: Deps): Route[] {
  return [
    configRoute(deps),
    fixedRoute('/taxonomy', { items: deps.rules.taxonomy.terms }),
    fixedRoute('/eligibility-words', deps.rules.eligibility),
    fixedRoute('/groupings', { items: deps.rules.groupings.map(({ id, label }) => ({ id, label })) }),
  ];
}

function configRoute({ config, db, rules }: Deps): Route {
  return route({
    method: 'get',
    path: '/config',
    action: 'settings.read',
    handle: async () => {
      const [district, demoAccounts] = await Promise.all([
        readDistrict(db),
        config.demo ? readDemoAccounts(db) : undefined,
      ]);
      return {
        district,
        tiles: config.tiles,
        travel: rules.travel,
        demo: config.demo,
        ...(demoAccounts && { demoAccounts }),
      };
    },
  });
}

/** What does not change while the server runs is written out once, and browsers may keep it a while. */
function fixedRoute(path: string, content: object): Route {
  const body = JSON.stringify(content);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  return route({
    method: 'get',
    path,
    action: 'settings.read',
    handle: ({ req, res }) => {
      res.set({ ETag: etag, 'Cache-Control': 'public, max-age=300' });
      if (req.fresh) res.status(304).end();
      else res.type('json').send(body);
    },
  });
}
