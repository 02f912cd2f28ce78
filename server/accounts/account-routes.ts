import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { Account } from './account.ts';
import { accountResource, outOfScope } from './account-resource.ts';
import { accountStore } from './account-store.ts';
import { NewPassword } from './password.ts';

const Grants = z.array(RoleGrant).max(20);

const AccountInput = z.strictObject({
  email: Account.shape.email,
  name: Account.shape.name,
  language: Account.shape.language,
  grants: Grants.default([]),
  password: NewPassword,
});

/** Without defaults: what is not sent stays as it is. */
const AccountPatch = z.strictObject({
  email: Account.shape.email.optional(),
  name: Account.shape.name.optional(),
  language: Account.shape.language.unwrap().optional(),
  grants: Grants.optional(),
  active: z.boolean().optional(),
  password: NewPassword.optional(),
});

/** The administrator's list of accounts. They are switched off, never deleted: the log of who read what needs them. */
export function accountRoutes({ db }: Pick<Deps, 'db'>): Route[] {
  const accounts = accountStore(db);
  return [
    route({
      method: 'get',
      path: '/accounts',
      action: 'accounts.read',
      handle: async ({ access }) => {
        const items = (await accounts.list()).filter(access.opens(accountResource));
        return { items, total: items.length };
      },
    }),
    route({
      method: 'post',
      path: '/accounts',
      action: 'accounts.change',
      body: AccountInput,
      handle: async ({ body, access, res }) => {
        if (!access.may(accountResource(body))) throw outOfScope();
        const account = await accounts.create(body);
        res.status(201);
        return account;
      },
    }),
    route({
      method: 'patch',
      path: '/accounts/:id',
      action: 'accounts.change',
      params: z.object({ id: z.string().max(100) }),
      body: AccountPatch,
      handle: async ({ params, body, account, access, req }) => {
        const found = await accounts.find(params.id);
        if (!found) throw notFound();
        await access.must(accountResource(found));
        if (body.grants && !access.may(accountResource({ grants: body.grants }))) throw outOfScope();
        if (params.id === account?.id) refuseLockingOut(body);
        return accounts.update(params.id, body, req.sessionID);
      },
    }),
  ];
}

/** Administrators cannot take away their own office, so there is always one left. */
function refuseLockingOut({ active, grants }: z.infer<typeof AccountPatch>): void {
  const stays = grants === undefined || grants.some((grant) => grant.role === 'administrator');
  if (active === false || !stays) {
    throw new AppError(
      409,
      'own-account',
      'You cannot switch off your own account or give up your own administration. Ask another administrator.',
    );
  }
}
