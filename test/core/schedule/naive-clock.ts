import { dayNumber, isoDate, weekdayOfDay } from '../../../core/schedule/calendar-day.ts';
import type { Closure } from '../../../core/schedule/closure.ts';
import { type Schedule, WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { isSet, type WeekBitmap } from '../../../core/schedule/week-bitmap.ts';

/*
 * Opening hours once more, as plainly as it can be said: at every minute that passes somebody looks at two clocks,
 * the schedule's and the district's, and asks whether a door is open.
 */

export function minutesOfWall(week: WeekBitmap): number[] {
  return Array.from({ length: 10_080 }, (_, minute) => minute).filter((minute) => isSet(week, minute));
}

/** Minutes on the district's clocks since `from` 00:00, within so many days, at which one of them is open. */
export function isOpenNaively(
  schedules: readonly Schedule[],
  closures: readonly Closure[],
  timezone: string,
  from: string,
  days: number,
): number[] {
  const found = new Set<number>();
  const start = dayNumber(from) * 1440;
  for (let utc = start - 2 * 1440; utc < start + (days + 2) * 1440; utc++) {
    const here = wall(timezone, utc) - start;
    if (here < 0 || here >= days * 1440 || found.has(here)) continue;
    if (isOpenAt(schedules, closures, (zone) => wall(zone ?? timezone, utc))) found.add(here);
  }
  return [...found].sort((a, b) => a - b);
}

function isOpenAt(
  schedules: readonly Schedule[],
  closures: readonly Closure[],
  clock: (zone: string | undefined) => number,
): boolean {
  return schedules.some((schedule) => {
    const now = clock(schedule.timezone);
    const today = Math.floor(now / 1440);
    return [today, today - 1].some((day) => {
      const times = timesOn(day, schedule, schedules, closures);
      return times !== undefined && isWithin(now - day * 1440, times);
    });
  });
}

type Times = [opens: string | undefined, closes: string | undefined];

function timesOn(
  day: number,
  schedule: Schedule,
  all: readonly Schedule[],
  closures: readonly Closure[],
): Times | undefined {
  const date = dateOf(day);
  const valid = all.filter(isRule);
  const opens = (each: Schedule) => each.byday.includes(WEEKDAYS[weekdayOfDay(day)]!);
  const here = closures.filter((closure) => closure.from <= date && date <= closure.to);
  if (here.length === 0)
    return isRule(schedule) && opens(schedule) ? [schedule.opensAt, schedule.closesAt] : undefined;
  const special = here[0]!;
  if (here.some((closure) => closure.closed || isEmpty(closure))) return undefined;
  // Other hours are on the clock of the first that would be open, else of the first.
  const ordinary = valid.find(opens);
  if (!ordinary && special.from !== special.to) return undefined;
  return (ordinary ?? valid[0]) === schedule ? [special.opensAt, special.closesAt] : undefined;
}

function isRule(schedule: Schedule): boolean {
  return !isEmpty(schedule);
}

/** Opening and closing at the same time says nothing, but for midnight. */
function isEmpty({ opensAt, closesAt }: Pick<Closure, 'opensAt' | 'closesAt'>): boolean {
  return opensAt === closesAt && opensAt !== '00:00';
}

function isWithin(minute: number, [opensAt = '', closesAt = '']: Times): boolean {
  const [opens, closes] = [opensAt, closesAt].map(
    (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)),
  );
  const end = closes! <= opens! ? closes! + 1440 : closes!;
  return minute >= opens! && minute < end;
}

const dates = new Map<number, string>();

function dateOf(day: number): string {
  const date = dates.get(day) ?? isoDate(day);
  dates.set(day, date);
  return date;
}

const walls = new Map<string, Map<number, number>>();

/** What a clock shows, asked of Intl for every quarter of an hour; clocks are changed at none but these. */
function wall(zone: string, utc: number): number {
  const quarter = Math.floor(utc / 15) * 15;
  const known = walls.get(zone) ?? new Map<number, number>();
  walls.set(zone, known);
  const at = known.get(quarter) ?? readWall(zone, quarter);
  known.set(quarter, at);
  return at + utc - quarter;
}

function readWall(zone: string, minute: number): number {
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(zone);
  if (fixed) return minute + Number(`${fixed[1]}1`) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const timeZone = zone === 'Z' ? 'UTC' : zone;
  const style = { dateStyle: 'short', timeStyle: 'short' } as const;
  const text = new Intl.DateTimeFormat('sv-SE', { ...style, timeZone }).format(minute * 60_000);
  return Date.parse(`${text.replace(' ', 'T')}:00Z`) / 60_000;
}
