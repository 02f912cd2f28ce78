import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { rememberDevice } from '../http/known-device.ts';
import { model } from '../store/collection.ts';
import type { Account } from './account.ts';
import { accountCollection } from './account-collection.ts';

/** What happens once somebody is all the way in: the time is noted, and their browser is known from now on. */
export async function completeSignIn(
  { config, db, clock }: Pick<Deps, 'config' | 'db' | 'clock'>,
  req: Request,
  account: Account,
): Promise<void> {
  rememberDevice(req, config, account.email);
  await model<Account>(db, accountCollection).updateOne(
    { _id: account.id },
    { $set: { lastSignInAt: clock().toISOString() } },
  );
}
