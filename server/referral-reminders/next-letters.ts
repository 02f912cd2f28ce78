import { nextReminder } from '../../core/referrals/next-reminder.ts';
import type { ReferralLetters } from '../../core/referrals/referral.ts';
import type { DistrictCalendar } from '../district-rules/district-calendar.ts';

/** What has been written, with the moment of the next step; without one where there is none. */
export function withNext(
  { zone, reminders }: DistrictCalendar,
  { since, done, lastAt }: Omit<ReferralLetters, 'nextAt'>,
): ReferralLetters {
  const waiting = {
    since: new Date(since),
    done,
    ...(lastAt !== undefined && { lastAt: new Date(lastAt) }),
  };
  const next = nextReminder(waiting, reminders, zone);
  return {
    since,
    done,
    ...(lastAt !== undefined && { lastAt }),
    ...(next && { nextAt: next.at.toISOString() }),
  };
}
