import type { Referral } from '../referrals/referral.ts';
import { isOpen, type ReferralState } from '../referrals/referral-state.ts';
import type { Step } from './plan-of.ts';

/**
 * The step that a new referral is for: the first one for the same place that is not over and waits for no other
 * referral. Where an earlier referral ended without help the step takes the new one.
 */
export function stepToTie(
  steps: readonly Step[],
  { offerId }: Pick<Referral, 'offerId'>,
  stateOf: (referralId: string) => ReferralState | undefined,
): Step | undefined {
  return steps.find(({ offer, state, referral }) => {
    if (offer !== offerId || state === 'done' || state === 'dropped') return false;
    const now = referral === undefined ? undefined : stateOf(referral);
    return now === undefined || (!isOpen(now) && now !== 'completed');
  });
}

/** The referral that a step may be tied to by a click: the newest for the same place that no step has yet. */
export function referralToTie<R extends Pick<Referral, 'offerId'>>(
  { offer, referral }: Pick<Step, 'offer' | 'referral'>,
  steps: readonly Pick<Step, 'referral'>[],
  newestFirst: readonly (readonly [id: string, referral: R])[],
): string | undefined {
  if (offer === undefined || referral !== undefined) return undefined;
  const tied = new Set(steps.map((step) => step.referral));
  return newestFirst.find(([id, { offerId }]) => offerId === offer && !tied.has(id))?.[0];
}
