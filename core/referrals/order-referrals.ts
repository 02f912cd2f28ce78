import type { Referral } from './referral.ts';
import { isOpen, isUnanswered, type ReferralState } from './referral-state.ts';

export type Ordered = Pick<Referral, 'id' | 'state' | 'stateAt' | 'dueAt' | 'reason' | 'instead'>;

/** Sent, without an answer, and the answer was expected by now. */
export function isLate({ state, dueAt }: Pick<Ordered, 'state' | 'dueAt'>, now: string): boolean {
  return isUnanswered(state) && dueAt !== undefined && dueAt < now;
}

/** What a coordinator looks at first: late answers, then what waits, then what goes on, then what is over. */
function turnOf(referral: Ordered, now: string): number {
  if (isLate(referral, now)) return 0;
  if (isUnanswered(referral.state)) return 1;
  return ORDER.indexOf(referral.state);
}
const ORDER: readonly (ReferralState | undefined)[] = [
  undefined,
  undefined,
  'draft',
  'accepted',
  'on-hold',
  'in-progress',
  'rejected',
  'failed',
  'cancelled',
  'completed',
];

/** Unanswered ones first, the one that waits longest before others; of those that are over the newest first. */
export function orderReferrals<R extends Ordered>(referrals: readonly R[], now: string): R[] {
  return [...referrals].sort((a, b) => {
    const sooner = turnOf(a, now) - turnOf(b, now);
    if (sooner !== 0) return sooner;
    const older = a.stateAt < b.stateAt ? -1 : Number(a.stateAt > b.stateAt);
    return (isOpen(a.state) ? older : -older) || (a.id < b.id ? -1 : 1);
  });
}
