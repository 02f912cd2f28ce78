import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';

/** Milliseconds. */
const LASTS = 10 * 60_000;

/**
 * For what an open session alone should not be able to do, such as changing the password: the password or a code was
 * given within the last 10 minutes, at the sign-in or since (POST /own-account/confirm).
 * @throws AppError 403 `confirm-needed`
 */
export function mustBeConfirmed(req: Request, { clock }: Pick<Deps, 'clock'>): void {
  const { confirmedAt } = req.session;
  if (confirmedAt !== undefined && clock().getTime() - confirmedAt < LASTS) return;
  throw new AppError(
    403,
    'confirm-needed',
    'Please show that it is still you, with your password or a code.',
  );
}
