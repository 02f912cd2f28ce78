import { isUnanswered } from '../../core/referrals/referral-state.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type SharedReferral, sharedWithPartner } from '../referrals/shared-with-partner.ts';
import { turnReferral } from '../referrals/turn-referral.ts';
import type { GivenReferral } from './given-referral.ts';

/** Who answers by a link is nobody in particular: the link went to the partner. */
export const BY_LINK = { party: 'partner', id: 'partner-link' } as const;

/**
 * What the partner may read to decide, written down before it is shown; the referral counts as received from then on.
 * Undefined where nothing is open: answered, ended, or not covered by a live consent.
 */
export async function openReferral(deps: Deps, { referral }: GivenReferral): Promise<Shown | undefined> {
  if (!isUnanswered(referral.state)) return undefined;
  const shared = await showAndRecord(deps, referral);
  if (shared && referral.state === 'requested') await markReceived(deps, referral.id);
  return shared;
}

export type Shown = Pick<SharedReferral, 'wish' | 'content' | 'message'>;

/** What live consents open of a referral as it stands, with the showing in the log of accesses (34 CFR 99.32). */
export async function showAndRecord(
  deps: Deps,
  referral: GivenReferral['referral'],
): Promise<Shown | undefined> {
  const shared = await sharedWithPartner(deps, referral);
  if (!shared) return undefined;
  const { wish, content, message, disclosure } = shared;
  await deps.audit.record({
    action: 'system.referral-shown',
    account: null,
    studentIds: [referral.studentId],
    on: { kind: 'referral', id: referral.id },
    why: 'consent',
    disclosure,
  });
  return { wish, content, ...(message !== undefined && { message }) };
}

/** Of two who open it at the same moment one finds it received. */
async function markReceived(deps: Deps, id: string): Promise<void> {
  try {
    await turnReferral(deps, id, { to: 'received', by: BY_LINK });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'changed')) throw error;
  }
}
