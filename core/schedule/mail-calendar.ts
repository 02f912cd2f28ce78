import { z } from 'zod';
import { type DayNumber, dayNumber, weekdayOfDay } from './calendar-day.ts';
import { minutesOf, weekdayIndex } from './clock.ts';
import { Closure } from './closure.ts';
import { Holiday, isHoliday } from './holiday.ts';
import { ClockTime, Weekday } from './schedule.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import { zoneSegments } from './zone-segments.ts';

/** When somebody may be reminded of something by mail: by the clock on the wall of the district. */
export const MailCalendar = z.object({
  hours: z
    .strictObject({ from: ClockTime, to: ClockTime })
    .refine(({ from, to }) => from < to, { message: 'ends before it begins', path: ['to'] }),
  days: z.array(Weekday).min(1),
  holidays: z.array(Holiday),
  /** Days on which schools are closed besides. */
  closures: z.array(Closure),
});
export type MailCalendar = z.infer<typeof MailCalendar>;

/** Minutes since 1970 as the clock on the wall tells them, summer and winter time included. */
export type WallMinute = number;

/** How far ahead is looked, in steps: a closure may last a summer. */
const LOOK_DAYS = 32;
const LONGEST_DAYS = 400;

export const MINUTE_MS = 60_000;

/** The clock on the wall of a zone at a minute since 1970 in UTC; a zone that nobody knows keeps UTC. */
export function wallMinute(minute: number, zone: string): WallMinute {
  return minute + segmentsOf(zone, minute, minute + 1)[0]!.offset;
}

/**
 * The first minute since 1970 in UTC, from `from` on, at which the clock on the wall has reached `wall` and mail may be
 * sent. Undefined where there is none in more than a year.
 */
export function firstMailMinute(
  from: number,
  wall: WallMinute,
  zone: string,
  calendar: MailCalendar,
): number | undefined {
  // No zone is further than a day from UTC.
  const begin = Math.max(from, wall - DAY_MINUTES);
  for (let day = 0; day < LONGEST_DAYS; day += LOOK_DAYS) {
    const at = begin + day * DAY_MINUTES;
    for (const segment of segmentsOf(zone, at, at + LOOK_DAYS * DAY_MINUTES)) {
      const start = Math.max(segment.from + segment.offset, wall);
      const found = firstOpen(start, segment.to + segment.offset, calendar);
      if (found !== undefined) return found - segment.offset;
    }
  }
  return undefined;
}

/** The first moment, from a moment on, at which mail may be sent; the moment itself where it may be sent then. */
export function firstMailMoment(from: Date, zone: string, calendar: MailCalendar): Date | undefined {
  const begun = Math.floor(from.getTime() / MINUTE_MS);
  const minute = firstMailMinute(begun, wallMinute(begun, zone), zone, calendar);
  if (minute === undefined) return undefined;
  return minute === begun ? from : new Date(minute * MINUTE_MS);
}

/** The first open minute of a stretch in which the clock on the wall is not changed. */
function firstOpen(from: WallMinute, to: WallMinute, calendar: MailCalendar): WallMinute | undefined {
  const [opens, closes] = [minutesOf(calendar.hours.from), minutesOf(calendar.hours.to)];
  for (let day = Math.floor(from / DAY_MINUTES); day * DAY_MINUTES < to; day++) {
    const minute = Math.max(from, day * DAY_MINUTES + opens);
    if (minute < Math.min(to, day * DAY_MINUTES + closes) && isMailDay(day, calendar)) return minute;
  }
  return undefined;
}

/** Whether people are at work: no holiday, no closure, a day of the working week. */
export function isMailDay(
  day: DayNumber,
  { days, holidays, closures }: Pick<MailCalendar, 'days' | 'holidays' | 'closures'>,
): boolean {
  if (!days.some((weekday) => weekdayIndex(weekday) === weekdayOfDay(day))) return false;
  const isClosed = closures.some(
    ({ closed, from, to }) => closed && dayNumber(from) <= day && day <= dayNumber(to),
  );
  return !isClosed && !isHoliday(day, holidays);
}

function segmentsOf(zone: string, from: number, to: number) {
  return zoneSegments(zone, from, to) ?? zoneSegments('UTC', from, to)!;
}
