import type { Response } from 'express';
import { z } from 'zod';
import { endingsFor } from '../../core/referrals/referral-rules.ts';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';
import { type LinkLimit, linkLimit } from '../links/link-limit.ts';
import { AnswerBody, Link } from './answer-body.ts';
import { answerReferral } from './answer-referral.ts';
import { type GivenReferral, readGivenReferral } from './given-referral.ts';
import { openReferral, showAndRecord } from './open-referral.ts';
import { outlineOf } from './outline.ts';
import { AnsweredReferral, LinkedReferral, OpenedReferral } from './referral-links-answers.ts';

const Given = z.strictObject({ link: Link });

/** How a partner without an account reads and answers one referral, by a link that came by mail. */
export function referralLinkRoutes(deps: Deps): Route[] {
  const limit = linkLimit(deps);
  return [lookRoute(deps, limit), openRoute(deps, limit), answerRoute(deps, limit)];
}

/** Who asks, and how it stands. Programs that follow the links of a mail come this far and change nothing. */
function lookRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/referral-links/look',
    summary: "Who asks whom, for who holds a partner's link",
    action: 'referral-links.look',
    body: Given,
    returns: LinkedReferral,
    handle: async ({ body, req, res }) => {
      await limit.countLook(req.ip ?? '');
      keepToOneself(res);
      return outlineOf(deps, await readGivenReferral(deps, body.link));
    },
  });
}

/** What is asked, for a person who wants to read it. */
function openRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/referral-links/open',
    summary: 'What is asked, as far as consents open it; counts as received',
    action: 'referral-links.answer',
    body: Given,
    returns: OpenedReferral,
    handle: async ({ body, req, res }) => {
      await limit.countLook(req.ip ?? '');
      keepToOneself(res);
      const asked = await openReferral(deps, await readGivenReferral(deps, body.link));
      // Read again: it may have been called off, because no consent covers it any more.
      const outline = await outlineOf(deps, await readGivenReferral(deps, body.link));
      return { ...outline, ...(asked && { asked, reasons: reasonsFor(deps) }) };
    },
  });
}

function answerRoute(deps: Deps, limit: LinkLimit): Route {
  return route({
    method: 'post',
    path: '/referral-links/answer',
    summary: 'Answer by link: yes, no, or a question',
    action: 'referral-links.answer',
    body: AnswerBody,
    returns: AnsweredReferral,
    handle: async ({ body, req, res }) => {
      await limit.countLook(req.ip ?? '');
      keepToOneself(res);
      const given = await readGivenReferral(deps, body.link);
      const referral = await answerReferral(deps, given.referral, body);
      return answerView(deps, { ...given, referral });
    },
  });
}

/** With a yes comes, this once, whom to call: opened again, the link tells only how it was answered. */
async function answerView(deps: Deps, given: GivenReferral) {
  const outline = await outlineOf(deps, given);
  const next = outline.status === 'yes' ? await showAndRecord(deps, given.referral) : undefined;
  return { ...outline, ...(next && { next }) };
}

function reasonsFor({ rules }: Deps) {
  return endingsFor(rules.referrals, 'rejected', 'partner').map(({ code, en, es }) => ({ code, en, es }));
}

function keepToOneself(res: Response): void {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
}
