import type { RequestHandler, Router } from 'express';
import { actionSpec } from '../../core/policy/actions.ts';
import { dependsOnRecord, mayEver } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { forbidden, signInNeeded } from './app-error.ts';
import { askPolicy } from './ask-policy.ts';
import { perMinute } from './general-limit.ts';
import { readJson } from './read-json.ts';
import type { Asked, Route } from './route.ts';

/** Longer than any pause of a connection that still works. */
const UPLOAD_PAUSE_MS = 60_000;

type MountDeps = Pick<Deps, 'config' | 'redis' | 'log' | 'audit'>;

/** Puts a table of routes on a router: access first, then the body, then the shapes, then the handler. */
export function mountRoutes(router: Router, routes: readonly Route[], deps: MountDeps): void {
  const workLimit = perMinute(deps, 'work', deps.config.limits.jobsPerAccount);
  for (const route of routes) {
    const limits = route.startsWork ? [limitWork(workLimit)] : [];
    const body = route.rawBody ? [cutSilence] : readJson();
    const handlers = [allow(route), ...limits, ...body, answer(route, deps)];
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

function refusalFor({ action }: Route, account: Account | null) {
  if (action === undefined) return forbidden();
  if (account === null && !actionSpec(action).public) return signInNeeded();
  return mayEver(account, action) ? undefined : forbidden();
}

function limitWork(limit: ReturnType<typeof perMinute>): RequestHandler {
  return async (req, _res, next) => {
    if (req.account) await limit.count(req.account.id);
    next();
  };
}

/** An upload may take long, but it may not stand still. */
const cutSilence: RequestHandler = (req, _res, next) => {
  req.setTimeout(UPLOAD_PAUSE_MS, () => req.destroy());
  next();
};

function answer(route: Route, { audit }: Pick<Deps, 'audit'>): RequestHandler {
  return async (req, res) => {
    const { access, wasAsked, wasRecorded } = askPolicy(audit, req.account, route.action!);
    const asked: Asked = {
      params: route.params?.parse(req.params),
      query: route.query?.parse(req.query),
      body: route.body?.parse(req.body),
      account: req.account,
      access,
      req,
      res,
    };
    const reply = await route.handle(asked as Asked<never, never, never>);
    if (!wasAsked() && dependsOnRecord(route.action!))
      throw new Error(`${route.path} did not ask the policy`);
    if (!wasRecorded() && actionSpec(route.action!).aboutStudents)
      throw new Error(`${route.path} did not say which students it tells of`);
    if (res.headersSent) return;
    if (reply === undefined) res.status(204).end();
    else res.json(reply);
  };
}
