import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { rememberDevice } from '../http/known-device.ts';
import { startSession } from '../http/session.ts';
import { model } from '../store/collection.ts';
import type { Account } from './account.ts';
import { accountCollection } from './account-collection.ts';
import type { EnterMethod } from './enter.ts';

/** Somebody is all the way in: that is logged and the time noted, and their browser is known from now on. Sets `req.account`. */
export async function openSession(
  { config, db, clock, log }: Pick<Deps, 'config' | 'db' | 'clock' | 'log'>,
  req: Request,
  account: Account,
  method: EnterMethod,
): Promise<void> {
  const now = clock();
  await startSession(req, { accountId: account.id, method, needs: undefined, now: now.getTime() });
  req.account = account;
  req.pending = null;
  req.viewing = null;
  rememberDevice(req, config, account.email);
  await model<Account>(db, accountCollection).updateOne(
    { _id: account.id },
    { $set: { lastSignInAt: now.toISOString() } },
  );
  log.info(
    {
      accountId: account.id,
      method,
      secondFactor: account.secondFactor,
      requestId: req.res?.getHeader('X-Request-Id'),
    },
    'signed in',
  );
}
