import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { whoIsIn } from './who-is-in.ts';

/** Sets `req.account`, or `req.pending` where a second factor is due, or `req.viewing` besides. */
export function readAccount(deps: Pick<Deps, 'config' | 'db' | 'clock'>): RequestHandler {
  return async (req, _res, next) => {
    const found = await whoIsIn(deps, req.session);
    req.account = found?.account ?? null;
    req.pending = found?.pending ?? null;
    req.viewing = found?.viewing ?? null;
    if (found) {
      const { idle, absolute } = found.lifetime;
      const left = (req.session.signedInAt ?? 0) + absolute - deps.clock().getTime();
      req.session.cookie.maxAge = Math.max(0, Math.min(idle, left));
    }
    next();
  };
}
