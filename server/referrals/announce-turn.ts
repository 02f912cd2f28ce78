import { leavesUnmet } from '../../core/referrals/referral-rules.ts';
import type { Deps } from '../deps.ts';
import { sendReferralMail } from '../referral-links/send-referral-mail.ts';
import { noteUnmet } from '../unmet/note-unmet.ts';
import type { Turned } from './turn-referral.ts';

/** Tells others what a change means for them, once it is written: the partner by mail, the ledger of unmet needs, webhooks. */
export async function announceTurn(
  deps: Pick<Deps, 'config' | 'db' | 'sealing' | 'clock' | 'queues' | 'rules'>,
  { referral }: Turned,
): Promise<void> {
  const { id, state, term, schoolId, reason, outcome } = referral;
  await deps.queues.askSoon('webhooks', 'tell-referral', { jobId: id });
  if (state === 'requested') await sendReferralMail(deps, referral);
  if (leavesUnmet(deps.rules.referrals, { reason, outcome }))
    await noteUnmet(deps, { term, schoolId, source: 'referral', at: deps.clock() });
}
