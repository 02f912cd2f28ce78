import type { Request } from 'express';
import type { SessionView } from '../../core/accounts/session-view.ts';
import type { Deps } from '../deps.ts';
import { startSession } from '../http/session.ts';
import type { Account } from './account.ts';
import { dueFactor } from './due-factor.ts';
import { mayBeUsed } from './may-be-used.ts';
import { openSession } from './open-session.ts';
import { sessionView } from './session-view.ts';
import { signInFailed } from './sign-in-failed.ts';

/** How somebody has shown who they are. */
export type EnterMethod = 'password' | 'oidc' | 'link';

/**
 * The one door into a session, after the caller has made sure of the account. Where a second factor is due the session
 * opens nothing but that step (`pending` in the answer says which); otherwise it is open. Sets `req.account`.
 * @throws AppError `sign-in-failed` for an account that may not be used
 */
export async function enter(
  deps: Pick<Deps, 'config' | 'db' | 'clock' | 'log'>,
  req: Request,
  account: Account,
  method: EnterMethod,
): Promise<SessionView> {
  if (!mayBeUsed(account, deps.config.demo)) throw signInFailed();
  const needs = dueFactor(deps.config, account);
  if (!needs) {
    await openSession(deps, req, account, method);
    return sessionView(req);
  }
  await startSession(req, { accountId: account.id, method, needs, now: deps.clock().getTime() });
  req.account = null;
  req.pending = { account, needs };
  req.viewing = null;
  return sessionView(req);
}
