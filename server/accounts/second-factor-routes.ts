import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { EnrolledFactor, FactorToEnrol, RecoveryCodes } from './accounts-answers.ts';
import { mustBeConfirmed } from './confirm.ts';
import { dueFactor } from './due-factor.ts';
import { openSession } from './open-session.ts';
import { enrolling, refuseDemo } from './owner-of.ts';
import { proofs } from './proofs.ts';
import { secondFactorStore } from './second-factor-store.ts';
import { sessionView } from './session-view.ts';
import { base32, totpAddress } from './totp.ts';
import { TypedCode } from './typed-code.ts';

/** One's own second factor: setting it up, new recovery codes, taking it away. */
export function secondFactorRoutes(deps: Deps): Route[] {
  const factors = secondFactorStore(deps);
  const prove = proofs(deps);
  return [
    route({
      method: 'post',
      path: '/own-account/second-factor',
      summary: 'Begin to set up a second factor',
      action: 'second-factor.enrol',
      returns: FactorToEnrol,
      handle: async ({ req }) => {
        const account = enrolling(req);
        refuseDemo(account);
        mustBeConfirmed(req, deps);
        const secret = await factors.offer(account.id);
        return { secret: base32(secret), address: totpAddress(secret, account.email) };
      },
    }),
    route({
      method: 'post',
      path: '/own-account/second-factor/confirm',
      summary: 'Finish it with a first code',
      action: 'second-factor.enrol',
      body: z.strictObject({ code: TypedCode }),
      returns: EnrolledFactor,
      handle: async ({ body, req }) => {
        const account = enrolling(req);
        mustBeConfirmed(req, deps);
        const recoveryCodes = await prove.firstCode(req, account, body.code);
        await deps.audit.record({
          action: 'second-factor.enrol',
          account,
          on: { kind: 'account', id: account.id },
        });
        if (req.pending) await openSession(deps, req, account, req.session.method ?? 'password');
        return { recoveryCodes, session: sessionView(req) };
      },
    }),
    route({
      method: 'post',
      path: '/own-account/second-factor/recovery-codes',
      summary: 'Make new recovery codes',
      action: 'own-account.change',
      returns: RecoveryCodes,
      handle: async ({ req, account }) => {
        mustBeConfirmed(req, deps);
        const recoveryCodes = await factors.renewRecovery(account!.id);
        if (!recoveryCodes) throw new AppError(409, 'no-second-factor', 'There is no second factor yet.');
        return { recoveryCodes };
      },
    }),
    route({
      method: 'delete',
      path: '/own-account/second-factor',
      summary: 'Do without a second factor',
      action: 'own-account.change',
      returns: nothing,
      handle: async ({ req, account }) => {
        mustBeConfirmed(req, deps);
        if (dueFactor(deps.config, { ...account!, secondFactor: false }))
          throw new AppError(
            409,
            'factor-required',
            'Your role signs in with a second factor. You can set up a new one in its place.',
          );
        await factors.remove(account!.id);
      },
    }),
  ];
}
