import { clockOf, minutesOf, weekdayOf } from './clock.ts';
import { type Schedule, WEEKDAYS, type Weekday, type WeeklySpan } from './schedule.ts';
import { utcDay } from './utc-day.ts';
import { mergeSpans } from './weekly-spans.ts';

export interface WeeklyHours {
  /** What holds every week, merged and sorted. */
  hours: WeeklySpan[];
  /** False where no schedule says when it is open in an ordinary week: nobody said, not "closed". */
  known: boolean;
  /** What holds only in some weeks ("1MO", every second week), by the weekday it falls on. Not in `hours`. */
  occasional: WeeklySpan[];
}

/**
 * The opening hours of an ordinary week.
 * A schedule counts where it has both times and weekdays. A weekday that comes back every week gives `hours`;
 * one with an ordinal, an interval above 1, or days of the month or the year gives `occasional`, because promising it
 * every week would send a student to a closed door.
 * @param on ISO date: schedules not in force on it are left out. Without it every schedule counts.
 */
export function weeklyHours(schedules: readonly Schedule[], on?: string): WeeklyHours {
  const inForce = on === undefined ? schedules : schedules.filter((schedule) => isInForce(schedule, on));
  const hours = mergeSpans(inForce.flatMap((schedule) => spansOn(daysOf(schedule).everyWeek, schedule)));
  const occasional = mergeSpans(inForce.flatMap((schedule) => spansOn(daysOf(schedule).someWeeks, schedule)));
  return { hours, known: hours.length > 0, occasional };
}

interface Days {
  everyWeek: Weekday[];
  someWeeks: Weekday[];
}

function daysOf(schedule: Schedule): Days {
  const days = schedule.byday.map(readByday);
  // RFC 5545: a weekly rule without BYDAY falls on the weekday of its start.
  if (days.length === 0 && schedule.freq === 'WEEKLY' && schedule.dtstart)
    days.push({ day: weekdayOf(schedule.dtstart), ordinal: 0 });
  if (days.length === 0 && schedule.freq === 'DAILY')
    days.push(...WEEKDAYS.map((day) => ({ day, ordinal: 0 })));
  const dates = [schedule.bymonthday, schedule.byyearday, schedule.byweekno];
  const rare = (schedule.interval ?? 1) > 1 || dates.some((numbers) => numbers?.length);
  return {
    everyWeek: days.filter(({ ordinal }) => !rare && ordinal === 0).map(({ day }) => day),
    someWeeks: days.filter(({ ordinal }) => rare || ordinal !== 0).map(({ day }) => day),
  };
}

function readByday(text: string): { day: Weekday; ordinal: number } {
  return { day: text.slice(-2) as Weekday, ordinal: Number.parseInt(text.slice(0, -2), 10) || 0 };
}

function spansOn(days: readonly Weekday[], { opensAt, closesAt }: Schedule): WeeklySpan[] {
  if (opensAt === undefined || closesAt === undefined) return [];
  return days.flatMap((day) => spansFrom(WEEKDAYS.indexOf(day), minutesOf(opensAt), minutesOf(closesAt)));
}

/** `closes` at or before `opens` is on the next day. Equal times say nothing, but for 00:00 to 00:00: all day. */
function spansFrom(day: number, opens: number, closes: number): WeeklySpan[] {
  if (opens === 1440) return spansFrom(day + 1, 0, closes);
  if (opens === closes) return opens === 0 ? [span(day, 0, 1440)] : [];
  if (opens < closes) return [span(day, opens, closes)];
  return [span(day, opens, 1440), span(day + 1, 0, closes)];
}

function span(day: number, from: number, to: number): WeeklySpan {
  return { day: WEEKDAYS[day % 7]!, from: clockOf(from), to: clockOf(to) };
}

function isInForce(schedule: Schedule, on: string): boolean {
  const begins = [schedule.validFrom, schedule.dtstart].every((date) => date === undefined || date <= on);
  const lasts = [schedule.validTo, schedule.until, lastOfCount(schedule)].every(
    (date) => date === undefined || on <= date,
  );
  return begins && lasts;
}

/** The date of the last of `count` weekly occurrences; undefined where the parts do not fix it. */
function lastOfCount(schedule: Schedule): string | undefined {
  const { count, dtstart } = schedule;
  if (count === undefined || dtstart === undefined) return undefined;
  const first = WEEKDAYS.indexOf(weekdayOf(dtstart));
  const days = new Set(daysOf(schedule).everyWeek.map((day) => (WEEKDAYS.indexOf(day) - first + 7) % 7));
  if (days.size === 0) return undefined;
  const offsets = [...days].sort((a, b) => a - b);
  const last = offsets[(count - 1) % offsets.length]! + 7 * Math.floor((count - 1) / offsets.length);
  return addDays(dtstart, last);
}

function addDays(date: string, days: number): string | undefined {
  const at = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
  // Beyond the calendar's end (a count in the billions) there is no last day to speak of.
  return at.getTime() < 253_402_300_800_000 ? utcDay(at) : undefined;
}
