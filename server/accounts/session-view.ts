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
  /** An administrator looks through another's eyes. `over`: the time is up, and nothing opens until that is ended. */
  viewing?: { name: string; until: string; over: boolean };
}

/** Without an account there is no token, because making one would need a session and with it a cookie. */
export function sessionView(req: Request): SessionView {
  const { account, pending, viewing } = req;
  if (!account && !pending && !viewing) return { csrfToken: '', account: null };
  return {
    csrfToken: csrfToken(req),
    account: account && shown(account),
    ...(pending && { pending: { needs: pending.needs } }),
    ...(viewing && {
      viewing: {
        name: viewing.as?.name ?? '',
        until: new Date(viewing.until).toISOString(),
        over: account === null,
      },
    }),
  };
}

function shown({ id, email, name, language, grants }: Account) {
  return { id, email, name, language, grants };
}
