import { z } from 'zod';
import { mondayOf } from '../schedule/calendar-day.ts';
import { firstMailMinute, type MailCalendar, MINUTE_MS, wallMinute } from '../schedule/mail-calendar.ts';
import { DAY_MINUTES } from '../schedule/week-minutes.ts';

/** How often somebody wants a mail that says what waits. */
export const DigestTurn = z.enum(['daily', 'weekly']);
export type DigestTurn = z.infer<typeof DigestTurn>;

/**
 * When the next mail is due: at the first moment of a later day, or of a later week, at which mail may be sent in the
 * zone. Who has just chosen it, or just had one, is not written to on the same day. Undefined where mail may be sent on
 * no day of more than a year.
 */
export function nextDigest(
  after: Date,
  turn: DigestTurn,
  zone: string,
  calendar: MailCalendar,
): Date | undefined {
  const minute = Math.floor(after.getTime() / MINUTE_MS);
  const today = Math.floor(wallMinute(minute, zone) / DAY_MINUTES);
  const day = turn === 'daily' ? today + 1 : mondayOf(today) + 7;
  const found = firstMailMinute(minute, day * DAY_MINUTES, zone, calendar);
  return found === undefined ? undefined : new Date(found * MINUTE_MS);
}
