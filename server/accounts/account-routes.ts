import type { Request } from 'express';
import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { Account } from './account.ts';
import { accountOfficeRoutes } from './account-office-routes.ts';
import { accountResource, accountResources } from './account-resource.ts';
import { accountStore } from './account-store.ts';
import { mustBeConfirmed } from './confirm.ts';
import { organizationSearchRoute } from './organization-search-route.ts';
import { outOfScope } from './out-of-scope.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { ownSessionRoutes } from './own-session-routes.ts';
import { NewPassword } from './password.ts';
import { refuseWeakPassword } from './refuse-weak-password.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { viewAsRoutes } from './view-as-routes.ts';

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

export function accountRoutes(deps: Deps): Route[] {
  return [
    ...listRoutes(deps),
    ...accountOfficeRoutes(deps),
    ...viewAsRoutes(deps),
    organizationSearchRoute(deps),
    ...ownAccountRoutes(deps),
    ...ownSessionRoutes(deps),
    ...secondFactorRoutes(deps),
  ];
}

/** The administrator's list of accounts. They are switched off, never deleted: the log of who read what needs them. */
function listRoutes(deps: Deps): Route[] {
  const { db, audit } = deps;
  const accounts = accountStore(db);

  /** Roles are given within one's own district, and only by somebody who has just shown who they are. */
  async function mustMayGive(access: Access, req: Request, grants: readonly RoleGrant[]) {
    if (!access.may(await accountResource(db, grants))) throw outOfScope();
    mustBeConfirmed(req, deps);
  }

  return [
    route({
      method: 'get',
      path: '/accounts',
      summary: 'The accounts of the district',
      action: 'accounts.read',
      returns: listOf(Account),
      handle: async ({ access }) => {
        const all = await accounts.list();
        const resourceOf = await accountResources(
          db,
          all.map(({ grants }) => grants),
        );
        const items = all.filter(access.opens(({ grants }) => resourceOf(grants)));
        return { items, total: items.length };
      },
    }),
    route({
      method: 'post',
      path: '/accounts',
      summary: 'Make an account',
      action: 'accounts.change',
      body: AccountInput,
      returns: created(Account),
      handle: async ({ body, account, access, req, res }) => {
        await mustMayGive(access, req, body.grants);
        refuseWeakPassword(deps.rules, body.password, body);
        const made = await accounts.create(body);
        const changes = [{ field: 'grants', from: [], to: made.grants }];
        await audit.record({
          action: 'accounts.change',
          account,
          on: { kind: 'account', id: made.id },
          changes,
        });
        res.status(201);
        return made;
      },
    }),
    route({
      method: 'patch',
      path: '/accounts/:id',
      summary: 'Change an account: name, roles, whether it is switched on',
      action: 'accounts.change',
      params: z.object({ id: z.string().max(100) }),
      body: AccountPatch,
      returns: Account,
      handle: async ({ params, body, account, access, req }) => {
        const found = await accounts.find(params.id);
        if (!found) throw notFound();
        await access.must(await accountResource(db, found.grants));
        if (body.grants) await mustMayGive(access, req, body.grants);
        if (body.email !== undefined || body.password !== undefined) mustBeConfirmed(req, deps);
        if (body.password !== undefined) refuseWeakPassword(deps.rules, body.password, found);
        if (params.id === account?.id) refuseLockingOut(body);
        await audit.record({
          action: 'accounts.change',
          account,
          on: { kind: 'account', id: found.id },
          changes: changesOf(found, body),
        });
        return accounts.update(params.id, body, req.sessionID);
      },
    }),
  ];
}

/** What is written down of a change: of a password only that there was one. */
function changesOf(before: Account, { password, ...change }: z.infer<typeof AccountPatch>) {
  const fields = Object.entries(change).filter(([, to]) => to !== undefined);
  const changes = fields.map(([field, to]) => ({ field, from: before[field as keyof typeof change], to }));
  return password === undefined ? changes : [...changes, { field: 'password' }];
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
