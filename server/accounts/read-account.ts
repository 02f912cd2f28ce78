import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { accountStore } from './account-store.ts';
import { type DueFactor, dueFactor } from './due-factor.ts';
import { mayBeUsed } from './may-be-used.ts';
import { lifetimeFor, sessionEnd } from './session-life.ts';

/**
 * Sets `req.account`, or `req.pending` where a second factor is due. The account is read anew for each request, so that
 * a change of grants or switching off counts at once; so does a role that demands a second factor.
 */
export function readAccount({ config, db, clock }: Pick<Deps, 'config' | 'db' | 'clock'>): RequestHandler {
  const accounts = accountStore(db);
  return async (req, _res, next) => {
    req.account = null;
    req.pending = null;
    const { accountId } = req.session;
    const account = accountId === undefined ? null : await accounts.find(accountId);
    if (account !== null && mayBeUsed(account, config.demo)) {
      const needs = stillDue(req.session.needs, dueFactor(config, account));
      if (keepAlive(req, lifetimeFor(config, account.grants, needs !== undefined), clock().getTime())) {
        if (needs) req.pending = { account, needs };
        else req.account = account;
      }
    }
    next();
  };
}

/** A session that has passed needs no second code; one that was let in before a role demanded a factor sets it up now. */
function stillDue(atSignIn: DueFactor | undefined, now: DueFactor | undefined): DueFactor | undefined {
  return now === 'code' ? atSignIn && 'code' : now;
}

/** Lets neither cookie nor record outlive the session, however often it is used. False where its end has come. */
function keepAlive(
  req: Request,
  { idle, absolute }: { idle: number; absolute: number },
  now: number,
): boolean {
  if (now >= sessionEnd(req.session, { idle, absolute }, now)) return false;
  req.session.cookie.maxAge = Math.max(0, Math.min(idle, (req.session.signedInAt ?? 0) + absolute - now));
  return true;
}
