import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { signInLimit } from '../http/rate-limit.ts';
import { type Route, route } from '../http/route.ts';
import { endSession } from '../http/session.ts';
import type { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { enter } from './enter.ts';
import { mayBeUsed } from './may-be-used.ts';
import { sessionView } from './session-view.ts';
import { signInFailed } from './sign-in-failed.ts';

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
    if (account === null || !mayBeUsed(account, deps.config.demo)) throw signInFailed();
    await limit.forgive(address, email);
    return account;
  }

  return [
    route({
      method: 'get',
      path: '/session',
      action: 'session.read',
      handle: ({ req }) => sessionView(req),
    }),
    route({
      method: 'post',
      path: '/session',
      action: 'session.begin',
      body: Credentials,
      handle: async ({ body, req }) => {
        const account = await signIn(req.ip ?? '', body);
        return enter(deps, req, account, 'password');
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
