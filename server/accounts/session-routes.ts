import { z } from 'zod';
import { SessionView } from '../../core/accounts/session-view.ts';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { signInNeeded } from '../http/app-error.ts';
import { knownDevice } from '../http/known-device.ts';
import { type Route, route } from '../http/route.ts';
import { endSession, leaveUntouched } from '../http/session.ts';
import { refusePassword } from '../oidc/refuse-password.ts';
import type { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { type Attempt, signInLimit } from './attempt-limit.ts';
import { enter } from './enter.ts';
import { mayBeUsed } from './may-be-used.ts';
import { openSession } from './open-session.ts';
import { proofs } from './proofs.ts';
import { describeEnd } from './session-life.ts';
import { sessionView } from './session-view.ts';
import { signInFailed } from './sign-in-failed.ts';
import { TypedCode } from './typed-code.ts';
import { whoIsIn } from './who-is-in.ts';

/** Bounded, but not checked further: what cannot be an account is answered like what is none. */
const Credentials = z.object({
  email: z.string().trim().min(1).max(254).toLowerCase(),
  password: z.string().min(1).max(200),
});

/** `canStay`: using Trellis moves the end on. Null while nobody is signed in. */
const SessionEnd = z.object({ endsAt: z.iso.datetime().nullable(), canStay: z.boolean().optional() });

/** Signing in, signing out, and who one is. */
export function sessionRoutes(deps: Deps): Route[] {
  const accounts = accountStore(deps.db);
  const limit = signInLimit(deps);
  const prove = proofs(deps);

  async function signIn(attempt: Attempt, password: string): Promise<Account> {
    await limit.count(attempt);
    const account = await accounts.verify(attempt.email, password);
    if (account === null || !mayBeUsed(account, deps.config.demo)) throw signInFailed();
    await limit.forgive(attempt);
    return account;
  }

  return [
    route({
      method: 'get',
      path: '/session',
      summary: 'Who is signed in, and the token for changes',
      action: 'session.read',
      returns: SessionView,
      handle: ({ req }) => sessionView(req),
    }),
    route({
      method: 'post',
      path: '/session',
      summary: 'Sign in with address and password',
      action: 'session.begin',
      body: Credentials,
      returns: SessionView,
      handle: async ({ body: { email, password }, req }) => {
        refusePassword(deps.config, email);
        const device = knownDevice(req, deps.config, email);
        const account = await signIn({ address: req.ip ?? '', email, device }, password);
        return enter(deps, req, account, 'password');
      },
    }),
    route({
      method: 'post',
      path: '/session/code',
      summary: 'Give the code of the second factor',
      action: 'session.begin',
      body: z.strictObject({ code: TypedCode }),
      returns: SessionView,
      handle: async ({ body, req }) => {
        if (req.pending?.needs !== 'code') throw signInNeeded();
        const { account } = req.pending;
        await prove.code(req, account, body.code);
        await openSession(deps, req, account, req.session.method ?? 'password');
        return sessionView(req);
      },
    }),
    route({
      method: 'get',
      path: '/session/end',
      summary: 'How long the session lasts, without keeping it alive',
      action: 'session.read',
      returns: SessionEnd,
      handle: async ({ req }) => {
        leaveUntouched(req);
        const found = await whoIsIn(deps, req.session);
        return found ? describeEnd(req.session, found.lifetime, deps.clock().getTime()) : { endsAt: null };
      },
    }),
    route({
      method: 'delete',
      path: '/session',
      summary: 'Sign out',
      action: 'session.end',
      returns: nothing,
      handle: ({ req }) => endSession(req, deps.config),
    }),
  ];
}
