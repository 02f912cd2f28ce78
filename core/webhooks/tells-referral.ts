import type { ReferralState } from '../referrals/referral-state.ts';

export interface ReferralTurn {
  from: ReferralState;
  to: ReferralState;
}

interface Asker {
  districtId?: string | undefined;
  organizationId?: string | undefined;
}

/**
 * Whether a webhook is told of a referral's change: one of a district of its own referrals, one of a partner of those that
 * were sent to that partner. A draft that was never sent is no partner's business.
 */
export function tellsReferral(
  { districtId, organizationId }: Asker,
  referral: { districtId: string; organizationId: string },
  { from, to }: ReferralTurn,
): boolean {
  if (districtId !== undefined && districtId !== referral.districtId) return false;
  if (organizationId === undefined) return true;
  return organizationId === referral.organizationId && (from !== 'draft' || to === 'requested');
}
