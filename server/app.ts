import express, { type Express, type RequestHandler, Router } from 'express';
import { readAccount } from './accounts/read-account.ts';
import { readKey, unlessByKey } from './api-keys/read-key.ts';
import type { Deps } from './deps.ts';
import { hsdsDoor } from './hsds/hsds-door.ts';
import { hsdsRoutes } from './hsds/hsds-routes.ts';
import { notFound } from './http/app-error.ts';
import { compress } from './http/compress.ts';
import { csrf } from './http/csrf.ts';
import { accountLimit, addressLimit } from './http/general-limit.ts';
import { mountRoutes } from './http/mount-routes.ts';
import { noStore } from './http/no-store.ts';
import { problems } from './http/problem.ts';
import { requestId } from './http/request-id.ts';
import type { Route } from './http/route.ts';
import { securityHeaders } from './http/security-headers.ts';
import { session } from './http/session.ts';
import { staticWeb } from './http/static-web.ts';
import { openApiDoor } from './openapi/openapi-door.ts';
import { allRoutes } from './routes.ts';

/** The whole server over HTTP: the API under /api/v1, the directory as HSDS under /hsds, the API's description, the web front end everywhere else. Does not listen yet. */
export function createApp(deps: Deps, routes: readonly Route[] = allRoutes(deps)): Express {
  const { config, log } = deps;
  const app = express();
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.use(requestId());
  app.use(securityHeaders(config));
  app.use(compress());
  app.use('/api', readKey(deps));
  app.use('/api', unlessByKey(addressLimit(deps)));
  app.use('/api', unlessByKey(session(deps)));
  app.use('/api', unlessByKey(readAccount(deps)));
  app.use('/api', unlessByKey(accountLimit(deps)));
  app.use('/api', noStore());
  app.use('/api', csrf(config));
  app.use('/api/v1', api(deps, routes));
  app.use('/api', nothingHere);
  app.use(
    '/hsds',
    hsdsDoor,
    readKey(deps),
    unlessByKey(addressLimit(deps)),
    api(deps, hsdsRoutes(deps)),
    nothingHere,
  );
  app.use(['/openapi.json', '/docs'], addressLimit(deps));
  app.use(openApiDoor(config, routes));
  if (config.webDir !== undefined) app.use(staticWeb(config.webDir));
  app.use(nothingHere);
  app.use(problems(log));
  return app;
}

function api(deps: Deps, routes: readonly Route[]): Router {
  const router = Router();
  mountRoutes(router, routes, deps);
  return router;
}

const nothingHere: RequestHandler = (_req, _res, next) => next(notFound());
