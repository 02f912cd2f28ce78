import type { Request } from 'express';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { csrfToken } from '../http/csrf.ts';
import { signInLimit } from '../http/rate-limit.ts';
import { type Route, route } from '../http/route.ts';
import { endSession, startSession } from '../http/session.ts';
import type { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { mayBeUsed } from './read-account.ts';

/** Bounded, but not checked further: what cannot be an account is answered like what is none. */
const Credentials = z.object({
  email: z.string().trim().min(1).max(254).toLowerCase(),
  password: z.string().min(1).max(200),
});

/** Signing in, signing out, and who one is. */
export function sessionRoutes(deps: Deps): Route[] {
  const accounts = accountStore(deps.db);
  const limit = signInLimit(deps);

  async function signIn(address: string, { email, password }: z.infer<typeof Credentials>): Promise<Account> {
    await limit.count(address, email);
    const account = await accounts.verify(email, password);
    if (account === null || !mayBeUsed(account, deps.config.demo)) throw failed();
    await limit.forgive(address, email);
    return account;
  }

  return [
    route({
      method: 'get',
      path: '/session',
      action: 'session.read',
      handle: ({ account, req }) => sessionView(account, req),
    }),
    route({
      method: 'post',
      path: '/session',
      action: 'session.begin',
      body: Credentials,
      handle: async ({ body, req }) => {
        const account = await signIn(req.ip ?? '', body);
        await startSession(req, account.id);
        return sessionView(account, req);
      },
    }),
    route({
      method: 'delete',
      path: '/session',
      action: 'session.end',
      handle: ({ req }) => endSession(req, deps.config),
    }),
  ];
}

/** Without an account there is no token, because making one would need a session and with it a cookie. */
function sessionView(account: Account | null, req: Request) {
  if (account === null) return { csrfToken: '', account: null };
  const { id, email, name, language, grants } = account;
  return { csrfToken: csrfToken(req), account: { id, email, name, language, grants } };
}

function failed(): AppError {
  return new AppError(401, 'sign-in-failed', 'The e-mail address or the password is not right.');
}
