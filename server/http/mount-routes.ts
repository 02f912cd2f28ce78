import express, { type RequestHandler, type Router } from 'express';
import type { Account } from '../accounts/account.ts';
import { forbidden, signInNeeded } from './app-error.ts';
import type { Asked, Route } from './route.ts';

const readJson = express.json({ limit: '1mb' });

/** Puts a table of routes on a router: access first, then the body, then the shapes, then the handler. */
export function mountRoutes(router: Router, routes: readonly Route[]): void {
  for (const route of routes) {
    const handlers = [allow(route), ...(route.rawBody ? [] : [readJson]), answer(route)];
    router[route.method](route.path, ...handlers);
  }
}

function allow(route: Route): RequestHandler {
  return (req, _res, next) => {
    const refusal = refusalFor(route, req.account);
    if (refusal) next(refusal);
    else next();
  };
}

function refusalFor({ who }: Route, account: Account | null) {
  if (who === 'everyone') return undefined;
  if (who === undefined) return forbidden();
  if (account === null) return signInNeeded();
  if (who === 'signed-in') return undefined;
  return account.grants.some((grant) => who.includes(grant.role)) ? undefined : forbidden();
}

function answer(route: Route): RequestHandler {
  return async (req, res) => {
    const asked: Asked = {
      params: route.params?.parse(req.params),
      query: route.query?.parse(req.query),
      body: route.body?.parse(req.body),
      account: req.account,
      req,
      res,
    };
    const reply = await route.handle(asked as Asked<never, never, never>);
    if (res.headersSent) return;
    if (reply === undefined) res.status(204).end();
    else res.json(reply);
  };
}
