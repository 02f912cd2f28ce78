import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readReferral } from '../referrals/referral-store.ts';
import { HandedLetter } from '../referrals/referrals-answers.ts';
import { handOver } from './hand-over.ts';

const Id = z.object({ id: z.string().max(100) });

/** Where no mail reaches a partner, somebody of the school takes the link along. It is shown this once. */
export function handOverRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/referrals/:id/letter',
      summary: "The partner's link on paper, shown once",
      action: 'referrals.hand-over',
      params: Id,
      returns: HandedLetter,
      handle: async ({ params, account, access, res }) => {
        const referral = await readReferral(deps.db, params.id);
        if (!referral) throw notFound();
        const { id, studentId, schoolId, districtId } = referral;
        await access.must(
          { districtId, schoolIds: [schoolId], studentIds: [studentId] },
          { on: { kind: 'referral', id } },
        );
        res.set('Cache-Control', 'no-store');
        return handOver(deps, referral, account!.id);
      },
    }),
  ];
}
