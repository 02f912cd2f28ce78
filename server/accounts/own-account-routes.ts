import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { type Route, route } from '../http/route.ts';
import { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { OwnAccount } from './accounts-answers.ts';
import { mustBeConfirmed } from './confirm.ts';
import { describeOwnAccount } from './describe-own-account.ts';
import { refuseDemo } from './owner-of.ts';
import { NewPassword } from './password.ts';
import { proofs } from './proofs.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { TypedCode } from './typed-code.ts';

const OwnChange = z.strictObject({
  name: Account.shape.name.optional(),
  language: Account.shape.language.unwrap().optional(),
  email: Account.shape.email.optional(),
});

/** Either proves that it is still the same person. */
const Proof = z.union([
  z.strictObject({ password: z.string().min(1).max(200) }),
  z.strictObject({ code: TypedCode }),
]);

/** One's own account: what is known of one, and how one signs in. */
export function ownAccountRoutes(deps: Deps): Route[] {
  const accounts = accountStore(deps.db);
  const prove = proofs(deps);
  return [
    route({
      method: 'get',
      path: '/own-account',
      summary: "One's own account",
      action: 'own-account.read',
      returns: OwnAccount,
      handle: ({ account }) => describeOwnAccount(deps, account!),
    }),
    route({
      method: 'patch',
      path: '/own-account',
      summary: "Change one's own name or language",
      action: 'own-account.change',
      body: OwnChange,
      returns: OwnAccount,
      handle: async ({ account, body, req }) => {
        if (body.email !== undefined) {
          refuseDemo(account!);
          mustBeConfirmed(req, deps);
        }
        return describeOwnAccount(deps, await accounts.update(account!.id, body));
      },
    }),
    route({
      method: 'post',
      path: '/own-account/password',
      summary: 'Choose a new password',
      action: 'own-account.change',
      body: z.strictObject({ password: NewPassword }),
      returns: nothing,
      handle: async ({ account, body, req }) => {
        refuseDemo(account!);
        mustBeConfirmed(req, deps);
        refuseWeakPassword(deps.rules, body.password, account!);
        await accounts.update(account!.id, body, req.sessionID);
      },
    }),
    route({
      method: 'post',
      path: '/own-account/confirm',
      summary: 'Show again who one is, before something that wants it',
      action: 'own-account.change',
      body: Proof,
      returns: nothing,
      handle: async ({ account, body, req }) => {
        if ('code' in body) await prove.code(req, account!, body.code);
        else await prove.password(req, account!, body.password);
        req.session.confirmedAt = deps.clock().getTime();
      },
    }),
  ];
}
