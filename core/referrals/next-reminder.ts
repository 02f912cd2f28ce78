import { z } from 'zod';
import { firstMailMinute, MailCalendar, MINUTE_MS, wallMinute } from '../schedule/mail-calendar.ts';
import { DAY_MINUTES } from '../schedule/week-minutes.ts';

/** How partners are reminded of referrals that wait for an answer (data/referrals/calendar.json). */
export const ReminderRules = MailCalendar.extend({
  /** Days after the request at which the partner is reminded, one number a reminder. */
  remindAfterDays: z.array(z.int().min(1).max(100)).min(1).max(10),
  /** Days after the request at which whoever made the referral hears that nobody answers. */
  escalateAfterDays: z.int().min(1).max(200),
  /** So long a link in a mail works. */
  linkDays: z.int().min(1).max(60),
}).refine(
  ({ remindAfterDays, escalateAfterDays }) =>
    [...remindAfterDays, escalateAfterDays].every(
      (days, at, all) => at === 0 || days > (all[at - 1] as number),
    ),
  { message: 'each comes later than the one before', path: ['escalateAfterDays'] },
);
export type ReminderRules = z.infer<typeof ReminderRules>;

export interface ReminderStep {
  kind: 'reminder' | 'escalation';
  /** 1 for the first reminder; the escalation is the last one. */
  number: number;
  at: Date;
}

/** What has been sent for a referral that waits since then. */
export interface Waiting {
  since: Date;
  /** Steps that are done. */
  done: number;
  /** When the last one was. */
  lastAt?: Date | undefined;
}

/**
 * The next step for a referral that nobody has answered: so many days after the request, at the same time of day by
 * the clock on the wall, or at the first moment after it at which mail may be sent. Steps that have come late keep a
 * day between them. Undefined when all are done.
 */
export function nextReminder(
  { since, done, lastAt }: Waiting,
  rules: ReminderRules,
  zone: string,
): ReminderStep | undefined {
  const days = [...rules.remindAfterDays, rules.escalateAfterDays];
  const after = days[done];
  if (after === undefined) return undefined;
  const begun = minuteOf(since);
  const last = lastAt === undefined ? begun : minuteOf(lastAt);
  const wall = Math.max(
    wallMinute(begun, zone) + after * DAY_MINUTES,
    wallMinute(last, zone) + (lastAt === undefined ? 0 : DAY_MINUTES),
  );
  const minute = firstMailMinute(last, wall, zone, rules);
  if (minute === undefined) return undefined;
  const kind = done === days.length - 1 ? 'escalation' : 'reminder';
  return { kind, number: done + 1, at: new Date(minute * MINUTE_MS) };
}

/** The first whole minute that is not before a moment. */
function minuteOf(moment: Date): number {
  return Math.ceil(moment.getTime() / MINUTE_MS);
}
