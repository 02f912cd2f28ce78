import { Router } from 'express';
import type { Config } from '../config.ts';
import { fixedAnswer } from '../http/fixed-answer.ts';
import type { Route } from '../http/route.ts';
import { cookieName } from '../http/session.ts';
import { describeApi } from './describe-api.ts';
import { docsPage } from './docs-page.ts';

const OPENAPI = 'application/vnd.oai.openapi+json;version=3.1';

/** The description of the API, for programs and for people. Any page of the web may read it: it is the same for everybody. */
export function openApiDoor(config: Pick<Config, 'secureCookies'>, routes: readonly Route[]): Router {
  const router = Router();
  const describe = () => describeApi(routes, { cookie: cookieName(config) });
  const answer = fixedAnswer(OPENAPI, () => JSON.stringify(describe()));
  const page = fixedAnswer('html', () => docsPage(describe()));
  router.get('/openapi.json', (req, res) => {
    res.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    answer(req, res);
  });
  router.get('/docs', page);
  return router;
}
