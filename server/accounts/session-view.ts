import type { Request } from 'express';
import { csrfToken } from '../http/csrf.ts';
import type { Account } from './account.ts';
import type { DueFactor } from './due-factor.ts';

/** What a page knows of its session. */
export interface SessionView {
  csrfToken: string;
  /** Null while nobody is signed in all the way. */
  account: Pick<Account, 'id' | 'email' | 'name' | 'language' | 'grants'> | null;
  /** The password was right, and this is still to be done before anything opens. */
  pending?: { needs: DueFactor };
}

/** Without an account there is no token, because making one would need a session and with it a cookie. */
export function sessionView(req: Request): SessionView {
  if (req.pending) return { csrfToken: csrfToken(req), account: null, pending: { needs: req.pending.needs } };
  if (req.account === null) return { csrfToken: '', account: null };
  const { id, email, name, language, grants } = req.account;
  return { csrfToken: csrfToken(req), account: { id, email, name, language, grants } };
}
