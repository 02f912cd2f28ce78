import { type DayNumber, dayNumber, isoDate } from '../schedule/calendar-day.ts';
import { isMailDay, type MailCalendar } from '../schedule/mail-calendar.ts';
import type { ReviewRules } from './review-rules.ts';

/** By which days there is school. */
export interface SchoolCalendar extends Pick<ReviewRules, 'breaks' | 'leastSchoolDays'> {
  days: Pick<MailCalendar, 'days' | 'holidays' | 'closures'>;
}

export function isSchoolDay(day: DayNumber, { breaks, days }: SchoolCalendar): boolean {
  if (!isMailDay(day, days)) return false;
  const yearDay = isoDate(day).slice(5);
  return !breaks.some(({ from, to }) =>
    from <= to ? from <= yearDay && yearDay <= to : from <= yearDay || yearDay <= to,
  );
}

/** The first and the last day of school in a month ("YYYY-MM"); undefined where there are too few for a review. */
export function schoolMonth(
  month: string,
  calendar: SchoolCalendar,
): { first: string; last: string } | undefined {
  const begin = dayNumber(`${month}-01`);
  const days = Array.from({ length: 31 }, (_, n) => begin + n).filter(
    (day) => isoDate(day).startsWith(month) && isSchoolDay(day, calendar),
  );
  if (days.length < calendar.leastSchoolDays) return undefined;
  return { first: isoDate(days[0]!), last: isoDate(days.at(-1)!) };
}

/** "YYYY-MM", so many months later; earlier where it is negative. */
export function monthAfter(month: string, count = 1): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
