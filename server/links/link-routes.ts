import { z } from 'zod';
import { SessionView } from '../../core/accounts/session-view.ts';
import { accountStore } from '../accounts/account-store.ts';
import { enter } from '../accounts/enter.ts';
import { NewPassword } from '../accounts/password.ts';
import { refuseWeakPassword } from '../accounts/refuse-weak-password.ts';
import type { Deps } from '../deps.ts';
import { accepted } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { mailStore } from '../mail/mail-store.ts';
import { type GivenLink, readGivenLink } from './given-link.ts';
import { invitationStore } from './invitation-store.ts';
import { type LinkLimit, linkLimit } from './link-limit.ts';
import { LinkSeen } from './links-answers.ts';

/** Bounded, but not checked further: what is no link is answered like one that works no more. */
const Given = z.string().max(200);

/** What whoever holds a one-time link can do with it, and how one is asked for. */
export function linkRoutes(deps: Deps): Route[] {
  const limit = linkLimit(deps);
  return [lookRoute(deps, limit), setPasswordRoute(deps, limit), resetRoute(deps, limit)];
}

/** Whose link it is. Looking does not use it up, and it is asked with a POST, which no mail scanner sends. */
function lookRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/links/look',
    summary: 'What a link from a mail is for; does not use it up',
    action: 'session.read',
    body: z.strictObject({ link: Given }),
    returns: LinkSeen,
    handle: async ({ body, req }) => {
      await limit.countLook(req.ip ?? '');
      const { link, account } = await readGivenLink(deps, body.link);
      const { name, email, language } = account;
      return { purpose: link.purpose, name, email, language, expiresAt: link.expiresAt.toISOString() };
    },
  });
}

function setPasswordRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/links/set-password',
    summary: 'Set a password with a link from a mail',
    action: 'own-account.recover',
    body: z.strictObject({ link: Given, password: NewPassword }),
    returns: SessionView,
    handle: async ({ body, req }) => {
      await limit.countLook(req.ip ?? '');
      const given = await readGivenLink(deps, body.link);
      await setPassword(deps, given, body.password);
      return enter(deps, req, given.account, 'link');
    },
  });
}

/** The same is done and answered whether there is such an account or not: the worker looks (mail/compose-mail.ts). */
function resetRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/password-resets',
    summary: 'Ask for a mail to choose a new password',
    action: 'own-account.recover',
    body: z.strictObject({ email: z.string().trim().min(1).max(254).toLowerCase() }),
    returns: accepted(z.object({})),
    handle: async ({ body, req, res }) => {
      if (deps.config.mail === null) throw noMail();
      const isAllowed = await limit.countReset(req.ip ?? '', body.email);
      if (isAllowed) await mailStore(deps).post('reset', { address: body.email });
      res.status(202);
      return {};
    },
  });
}

/** The password is looked at before the link is used up: who has to think of another one keeps the link. */
async function setPassword(deps: Deps, { account, use }: GivenLink, password: string): Promise<void> {
  refuseWeakPassword(deps.rules, password, account);
  // Written down first: where that fails, nothing has happened and the link still works.
  await deps.audit.record({
    action: 'own-account.recover',
    account,
    on: { kind: 'account', id: account.id },
  });
  await use();
  // Ends all of the account's sessions and its other links.
  await accountStore(deps.db).update(account.id, { password });
  const invitations = invitationStore(deps);
  const isFirst = (await invitations.findOpen(account.id)) !== null;
  await invitations.accept(account.id);
  if (!isFirst && deps.config.mail !== null)
    await mailStore(deps).post('password-set', { accountId: account.id });
}

function noMail(): AppError {
  return new AppError(
    409,
    'no-mail',
    'This Trellis sends no mail. Please ask its administrator for a link to a new password.',
  );
}
