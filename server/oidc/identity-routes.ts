import { z } from 'zod';
import { accountResource } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { noteAccountChange } from '../links/note-account-change.ts';
import { identityStore } from './identity-store.ts';
import { IdentityList } from './oidc-answers.ts';
import type { IdentityRecord } from './oidc-collections.ts';

const id = z.string().max(100);

/** Which services an account is linked with; one's own, and for the administrator anybody's. */
export function identityRoutes(deps: Deps): Route[] {
  return [...ownRoutes(deps), ...administratorsRoutes(deps)];
}

function ownRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/own-account/identities',
      summary: "The sign-in services that one's account is linked with",
      action: 'own-account.read',
      returns: IdentityList,
      handle: ({ account }) => identitiesOf(deps, account!.id),
    }),
    route({
      method: 'delete',
      path: '/own-account/identities/:id',
      summary: 'Unlink one of them',
      action: 'own-account.change',
      params: z.object({ id }),
      returns: nothing,
      handle: ({ params, account }) => unlink(deps, account!.id, params.id),
    }),
  ];
}

function administratorsRoutes(deps: Deps): Route[] {
  const mustReach = async (accountId: string, access: Access) => {
    const account = await accountStore(deps.db).find(accountId);
    if (!account) throw notFound();
    await access.must(await accountResource(deps.db, account.grants));
  };
  return [
    route({
      method: 'get',
      path: '/accounts/:id/identities',
      summary: "The sign-in services of somebody's account",
      action: 'accounts.read',
      params: z.object({ id }),
      returns: IdentityList,
      handle: async ({ params, access }) => {
        await mustReach(params.id, access);
        return identitiesOf(deps, params.id);
      },
    }),
    route({
      method: 'delete',
      path: '/accounts/:id/identities/:identityId',
      summary: "Unlink one of somebody's",
      action: 'accounts.change',
      params: z.object({ id, identityId: id }),
      returns: nothing,
      handle: async ({ params, access, account: by }) => {
        await mustReach(params.id, access);
        await noteAccountChange(deps, by, params.id);
        await unlink(deps, params.id, params.identityId);
      },
    }),
  ];
}

async function identitiesOf(deps: Deps, accountId: string) {
  const items = (await identityStore(deps).listOf(accountId)).map((identity) => view(deps.config, identity));
  return { items, total: items.length };
}

async function unlink(deps: Deps, accountId: string, identityId: string): Promise<void> {
  if (!(await identityStore(deps).unlink(accountId, identityId))) throw notFound();
}

function view({ signInProviders }: Config, { id, provider, linkedAt, usedAt }: IdentityRecord) {
  const label = signInProviders.find((service) => service.id === provider)?.label ?? provider;
  return { id, service: label, linkedAt, usedAt };
}
