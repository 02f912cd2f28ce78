import { nextReminder } from '../../core/referrals/next-reminder.ts';
import type { ReferralLetters } from '../../core/referrals/referral.ts';
import type { Deps } from '../deps.ts';

/** What has been written, with the moment of the next step; without one where there is none. */
export function withNext(
  { rules }: Pick<Deps, 'rules'>,
  { since, done, lastAt }: Omit<ReferralLetters, 'nextAt'>,
  zone: string,
): ReferralLetters {
  const waiting = {
    since: new Date(since),
    done,
    ...(lastAt !== undefined && { lastAt: new Date(lastAt) }),
  };
  const next = nextReminder(waiting, rules.reminders, zone);
  return {
    since,
    done,
    ...(lastAt !== undefined && { lastAt }),
    ...(next && { nextAt: next.at.toISOString() }),
  };
}
