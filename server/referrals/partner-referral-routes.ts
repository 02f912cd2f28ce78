import { z } from 'zod';
import type { Referral } from '../../core/referrals/referral.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { tellSchool } from '../referral-links/tell-school.ts';
import { whoHasLeft } from '../students/leave-roll.ts';
import { outlineForPartner } from './outline-for-partner.ts';
import { TurnBody } from './referral-routes.ts';
import { listReferrals, readReferral } from './referral-store.ts';
import { PartnerOutline, PartnerReferral, PartnerReferrals } from './referrals-answers.ts';
import { sharedWithPartner } from './shared-with-partner.ts';
import { turnReferral } from './turn-referral.ts';

const Id = z.object({ id: z.string().max(100) });

/** Referrals as a partner with an account sees and answers them. */
export function partnerReferralRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/partner-referrals',
      summary: 'What a partner is asked for; nothing of a student',
      action: 'partner-referrals.list',
      returns: PartnerReferrals,
      handle: async ({ account, access }) => {
        const found = await listReferrals(deps.db, { organizationIds: organizationsOf(account) });
        const left = await whoHasLeft(
          deps.db,
          found.map(({ studentId }) => studentId),
        );
        const here = found.filter(({ studentId }) => !left.has(studentId));
        const sent = here.filter(wasSent).filter(access.opens(({ organizationId }) => ({ organizationId })));
        const items = await outlineForPartner(deps, sent);
        return { items, words: deps.rules.referrals };
      },
    }),
    route({
      method: 'get',
      path: '/partner-referrals/:id',
      summary: 'One of them, with what consents open',
      action: 'partner-referrals.read',
      params: Id,
      returns: PartnerReferral,
      handle: async ({ params, access }) => {
        const found = await mustReadSent(deps, params.id);
        if (!access.may(resourceOf(found))) throw notFound();
        const shared = await sharedWithPartner(deps, found);
        await access.must(resourceOf(found), {
          on: { kind: 'referral', id: found.id },
          why: 'consent',
          ...(shared && { disclosure: shared.disclosure }),
        });
        return showToPartner(deps, shared ? found : await mustReadSent(deps, params.id), shared);
      },
    }),
    route({
      method: 'post',
      path: '/partner-referrals/:id/turn',
      summary: 'Answer as a partner',
      action: 'partner-referrals.turn',
      params: Id,
      body: TurnBody,
      returns: PartnerOutline,
      handle: async ({ params, body, account, access }) => {
        const found = await mustReadSent(deps, params.id);
        await access.must(resourceOf(found), {
          on: { kind: 'referral', id: found.id },
          changes: [{ field: 'state', from: body.from, to: body.to }],
        });
        const by = { party: 'partner', id: account!.id } as const;
        const { referral } = await turnReferral(deps, found.id, { ...body, by });
        if (referral.state === 'accepted' || referral.state === 'rejected')
          await tellSchool(deps, 'referral-answered', referral, deps.clock().toISOString().slice(0, 13));
        return (await outlineForPartner(deps, [referral]))[0]!;
      },
    }),
  ];
}

async function showToPartner(
  deps: Deps,
  referral: Referral,
  shared: Awaited<ReturnType<typeof sharedWithPartner>>,
) {
  const [outline] = await outlineForPartner(deps, [referral]);
  const { disclosure, ...told } = shared ?? {};
  return { ...outline, ...(shared && { shared: told }), words: deps.rules.referrals };
}

async function mustReadSent(deps: Deps, id: string): Promise<Referral> {
  const found = await readReferral(deps.db, id);
  if (!found || !wasSent(found)) throw notFound();
  return found;
}

/** A draft has reached nobody, nor has what was taken back before it was seen: for the partner neither is there. */
function wasSent({ dueAt, reason }: Referral): boolean {
  return dueAt !== undefined && reason !== 'taken-back';
}

function resourceOf({ organizationId, studentId }: Referral) {
  return { organizationId, studentIds: [studentId] };
}

function organizationsOf(account: Account | null): string[] {
  return (account?.grants ?? []).flatMap(({ role, organizationIds }) =>
    role === 'partner' ? organizationIds : [],
  );
}
