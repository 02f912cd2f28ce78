import type { Request } from 'express';
import type { SessionView } from '../../core/accounts/session-view.ts';
import { csrfToken } from '../http/csrf.ts';
import type { Account } from './account.ts';

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
