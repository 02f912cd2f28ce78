import { z } from 'zod';
import { DigestTurn } from '../../core/home/digest.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { nothing, redirect } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { endDigest, readDigest, saveDigest } from './digest-store.ts';
import { DigestSettings } from './digests-answers.ts';
import { nextDigestOf } from './next-digest-of.ts';
import { accountOfStop } from './stop-token.ts';

const Choice = z.strictObject({ turn: z.union([DigestTurn, z.literal('never')]) });

const Given = z.object({ token: z.string().max(200) });

/** Whether one gets mails that say what waits, and how often. */
export function digestRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/own-account/digest',
      summary: 'Whether one gets a mail that says what waits',
      action: 'own-account.read',
      returns: DigestSettings,
      handle: ({ account }) => describe(deps, account!),
    }),
    route({
      method: 'put',
      path: '/own-account/digest',
      summary: 'Say how often one wants that mail',
      action: 'own-account.change',
      body: Choice,
      returns: DigestSettings,
      handle: async ({ account, body: { turn } }) => {
        if (turn === 'never') await endDigest(deps.db, account!.id);
        else await choose(deps, account!, turn);
        return describe(deps, account!);
      },
    }),
    stopRoute(deps),
    lookRoute,
  ];
}

/**
 * Stops the mails of whoever holds the link: the page behind it, or a mail program, which sends a form (RFC 8058) that
 * says no more than the address does and is not read.
 */
function stopRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/digest-stops/:token',
    summary: 'Stop these mails by their link',
    action: 'digests.stop',
    params: Given,
    rawBody: true,
    returns: nothing,
    handle: async ({ params: { token } }) => {
      const accountId = accountOfStop(deps, token);
      if (accountId === undefined)
        throw new AppError(410, 'link-gone', 'This link is not whole. Please copy it from the mail again.');
      await endDigest(deps.db, accountId);
    },
  });
}

/**
 * A mail program that opens the address for a person comes to the page with the button. Nothing is stopped: programs that
 * follow every link of a mail come this far too.
 */
const lookRoute = route({
  method: 'get',
  path: '/digest-stops/:token',
  summary: 'The page on which these mails can be stopped',
  action: 'digests.look',
  params: Given,
  returns: redirect,
  handle: ({ params: { token }, res }) => {
    res.redirect(`/accounts/digest#${encodeURIComponent(token)}`);
  },
});

async function choose(deps: Deps, account: Account, turn: DigestTurn): Promise<void> {
  const known = await readDigest(deps.db, account.id);
  if (known?.turn === turn) return;
  const next = await nextDigestOf(deps, turn, account, deps.clock());
  await saveDigest(deps.db, { id: account.id, turn, ...(next && { nextAt: next.toISOString() }) });
}

/** `mail`: whether mails can reach this account at all. */
async function describe({ db, config }: Deps, { id, demo }: Account) {
  const { turn = 'never', nextAt } = (await readDigest(db, id)) ?? {};
  return { turn, ...(nextAt !== undefined && { nextAt }), mail: config.mail !== null && !demo };
}
