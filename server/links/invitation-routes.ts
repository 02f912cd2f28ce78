import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import { Account } from '../accounts/account.ts';
import { accountResource, accountResources } from '../accounts/account-resource.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mustBeConfirmed } from '../accounts/confirm.ts';
import { outOfScope } from '../accounts/out-of-scope.ts';
import type { Deps } from '../deps.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { deliverLink } from './deliver-link.ts';
import { invitationStore } from './invitation-store.ts';
import { invitationView } from './invitation-view.ts';
import { invitedAccount } from './invited-account.ts';
import { InvitationList, SentInvitation } from './links-answers.ts';
import { noteAccountChange } from './note-account-change.ts';

const Invitation = z.strictObject({
  email: Account.shape.email,
  name: Account.shape.name,
  language: Account.shape.language,
  grants: z.array(RoleGrant).max(20).default([]),
});

/** The id is the invited account's. */
const params = z.object({ id: z.string().max(100) });

export function invitationRoutes(deps: Deps): Route[] {
  return [listRoute(deps), inviteRoute(deps), sendAgainRoute(deps), withdrawRoute(deps)];
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/invitations',
    summary: 'Who was invited',
    action: 'accounts.read',
    returns: InvitationList,
    handle: async ({ access }) => {
      const all = await accountStore(deps.db).list();
      const known = new Map(all.map((account) => [account.id, account]));
      const grantsOfAll = all.map(({ grants }) => grants);
      const resourceOf = await accountResources(deps.db, grantsOfAll);
      const isOpen = access.opens(({ grants }: Account) => resourceOf(grants));
      const now = deps.clock();
      const items = (await invitationStore(deps).list()).flatMap((invitation) => {
        const account = known.get(invitation.id);
        if (!account || !isOpen(account)) return [];
        return [invitationView(invitation, account, known.get(invitation.invitedBy), now)];
      });
      return { items, total: items.length };
    },
  });
}

function inviteRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/invitations',
    summary: 'Invite somebody',
    action: 'accounts.change',
    body: Invitation,
    returns: created(SentInvitation),
    handle: async ({ body, access, account: by, req, res }) => {
      if (!access.may(await accountResource(deps.db, body.grants))) throw outOfScope();
      mustBeConfirmed(req, deps);
      const account = await invitedAccount(deps, body, access);
      await noteAccountChange(deps, by, account.id);
      res.status(201);
      return invite(deps, account, by!);
    },
  });
}

/** A new link, for one that was lost or has expired. */
function sendAgainRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/invitations/:id/send',
    summary: 'Send an invitation again, with a new link',
    action: 'accounts.change',
    params,
    returns: SentInvitation,
    handle: async ({ params, access, account: by }) => {
      const account = await openInvitation(deps, params.id, access);
      await noteAccountChange(deps, by, account.id);
      return invite(deps, account, by!);
    },
  });
}

function withdrawRoute(deps: Deps): Route {
  return route({
    method: 'delete',
    path: '/invitations/:id',
    summary: 'Withdraw an invitation',
    action: 'accounts.change',
    params,
    returns: nothing,
    handle: async ({ params, access, account: by }) => {
      const account = await openInvitation(deps, params.id, access);
      await noteAccountChange(deps, by, account.id);
      if (!(await invitationStore(deps).withdraw(account.id))) throw invitationOver();
      await accountStore(deps.db).update(account.id, { active: false });
    },
  });
}

async function invite(deps: Deps, account: Account, by: Account) {
  const invitation = await invitationStore(deps).put(account.id, by.id);
  const delivery = await deliverLink(deps, 'invitation', account);
  return { ...invitationView(invitation, account, by, deps.clock()), ...delivery };
}

/** The account of an invitation that is neither accepted nor withdrawn. */
async function openInvitation(deps: Deps, id: string, access: Access): Promise<Account> {
  const [account, invitation] = await Promise.all([
    accountStore(deps.db).find(id),
    invitationStore(deps).find(id),
  ]);
  if (!account || !invitation) throw notFound();
  await access.must(await accountResource(deps.db, account.grants));
  if (invitation.acceptedAt ?? invitation.withdrawnAt) throw invitationOver();
  return account;
}

function invitationOver(): AppError {
  return new AppError(409, 'invitation-over', 'This invitation was accepted or withdrawn already.');
}
