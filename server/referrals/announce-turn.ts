import { leavesUnmet } from '../../core/referrals/referral-rules.ts';
import type { Deps } from '../deps.ts';
import { noteUnmet } from '../unmet/note-unmet.ts';
import type { Turned } from './turn-referral.ts';

/** Tells others what a change means for them, once it is written. */
export async function announceTurn(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  { referral }: Turned,
): Promise<void> {
  const { term, schoolId, reason, outcome } = referral;
  if (leavesUnmet(deps.rules.referrals, { reason, outcome }))
    await noteUnmet(deps, { term, schoolId, source: 'referral', at: deps.clock() });
}
