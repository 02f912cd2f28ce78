import type { RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { isSignedIn } from '../http/session.ts';
import type { Account } from './account.ts';
import { accountStore } from './account-store.ts';

/** Sets `req.account`, read anew for each request, so that a change of grants or switching off counts at once. */
export function readAccount({ config, db }: Pick<Deps, 'config' | 'db'>): RequestHandler {
  const accounts = accountStore(db);
  return async (req, _res, next) => {
    req.account = null;
    const { accountId } = req.session;
    if (accountId !== undefined && isSignedIn(req.session, Date.now())) {
      const account = await accounts.find(accountId);
      req.account = account !== null && mayBeUsed(account, config.demo) ? account : null;
    }
    next();
  };
}

/** Demo accounts have passwords that everybody knows: without demo mode they are closed. */
export function mayBeUsed(account: Account, demo: boolean): boolean {
  return account.active && (demo || !account.demo);
}
