import { tellsReferral } from '../../core/webhooks/tells-referral.ts';
import { readCurrentStudents } from '../plans/current-students.ts';
import type { ReferralRecord } from '../referrals/referral-collection.ts';
import { forgetTold, untoldReferrals } from '../referrals/untold-turns.ts';
import type { WebhookRecord } from './webhook-collections.ts';
import { ourAddress, sendNow, type TellingDeps, writeMessages } from './write-messages.ts';

/** As many at once; what is left over comes a minute later. */
const MOST = 500;

/**
 * Tells webhooks of referrals that have changed. That one has not been told stands in the referral itself, written with
 * its change, and goes when the messages are written down: so a process that dies in between leaves nothing untold, and
 * telling twice writes the same messages.
 */
export async function tellReferrals(deps: TellingDeps, id?: string): Promise<void> {
  const found = await untoldReferrals(deps.db, { limit: MOST, ...(id !== undefined && { id }) });
  const students = await readCurrentStudents(deps.db, [...new Set(found.map(({ studentId }) => studentId))]);
  for (const referral of found) {
    const districtId = students.get(referral.studentId)?.districtId;
    if (districtId !== undefined) await tellTurns(deps, referral, districtId);
    await forgetTold(deps.db, referral);
  }
}

type Untold = Awaited<ReturnType<typeof untoldReferrals>>[number];

async function tellTurns(deps: TellingDeps, referral: Untold, districtId: string): Promise<void> {
  for (const { version, from, to, at } of referral.untold) {
    const dataFor = (webhook: WebhookRecord) => {
      if (!tellsReferral(webhook, { ...referral, districtId }, { from, to })) return undefined;
      const { id: referralId, createdAt } = referral;
      return { referralId, from, to, at, createdAt, url: ourAddress(deps, pathFor(webhook, referralId)) };
    };
    const key = ['referral', referral.id, String(version)];
    const telling = { type: 'referral.changed', key, at, dataFor } as const;
    await sendNow(deps, await writeMessages(deps, telling, deps.clock()));
  }
}

/** Where it is asked for by whoever may know it. */
function pathFor({ organizationId }: WebhookRecord, id: ReferralRecord['id']): string {
  return organizationId === undefined ? '/api/v1/referrals' : `/api/v1/partner-referrals/${id}`;
}
