import type { Request } from 'express';
import { AppError, signInNeeded } from '../http/app-error.ts';
import type { Account } from './account.ts';

/** Who is signed in, or is all but in and has yet to set up a second factor. @throws AppError 401 */
export function enrolling(req: Request): Account {
  const account = req.account ?? (req.pending?.needs === 'enrol' ? req.pending.account : null);
  if (!account) throw signInNeeded();
  return account;
}

/** Everybody signs in with the demo accounts, so nobody changes how one does. @throws AppError 409 */
export function refuseDemo({ demo }: Account): void {
  if (demo)
    throw new AppError(
      409,
      'demo-account',
      'This account is for looking around: how it signs in stays as it is.',
    );
}
