import { type CalendarDay, calendarDay, type DayNumber, dayNumber, nextDay } from './calendar-day.ts';
import type { Closure } from './closure.ts';
import type { Minutes } from './fold-weeks.ts';
import { readTimes, type Timed, type Times } from './timed-schedule.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import type { ZoneSegment } from './zone-segments.ts';

/** Days to look at before and behind: openings last into the next day, and clocks of two zones are a day apart. */
export const MARGIN = 2;

/** Wall-clock minutes since 1970 in a zone. */
export interface Stretch extends Times {
  zone: readonly ZoneSegment[];
}

interface DayClosure {
  from: DayNumber;
  to: DayNumber;
  /** Other hours; undefined: closed. */
  times: Times | undefined;
}

function readClosure({ from, to, closed, opensAt, closesAt }: Closure): DayClosure {
  const times = closed ? undefined : readTimes(opensAt, closesAt);
  return { from: dayNumber(from), to: dayNumber(to), times: typeof times === 'object' ? times : undefined };
}

/** When schedules open on some days, the days on which they do not keep their hours being taken out. */
export function stretchesOf(
  timed: readonly Timed[],
  closures: readonly Closure[],
  days: readonly CalendarDay[],
): Stretch[] {
  const read = closures.map(readClosure);
  return days.flatMap((at) => {
    const here = read.filter(({ from, to }) => from <= at.day && at.day <= to);
    const open = timed.filter(({ fallsOn }) => fallsOn(at));
    if (here.length === 0) return open.map(({ times, zone }) => onDay(at, times, zone));
    const { from, to, times } = here.find((closure) => !closure.times) ?? here[0]!;
    if (!times || (open.length === 0 && from !== to)) return [];
    return [onDay(at, times, (open[0] ?? timed[0]!).zone)];
  });
}

function onDay({ day }: CalendarDay, { opens, closes }: Times, zone: readonly ZoneSegment[]): Stretch {
  return { opens: day * DAY_MINUTES + opens, closes: day * DAY_MINUTES + closes, zone };
}

/** As minutes since 1970 in UTC; an hour that the zone leaves out falls away. */
export function inUtc({ opens, closes, zone }: Stretch): Minutes[] {
  return zone.flatMap(({ from, to, offset }): Minutes[] => {
    const [begin, end] = [Math.max(opens - offset, from), Math.min(closes - offset, to)];
    return begin < end ? [[begin, end]] : [];
  });
}

export function daysFrom(first: DayNumber, count: number): CalendarDay[] {
  const days = [calendarDay(first)];
  while (days.length < count) days.push(nextDay(days.at(-1)!));
  return days;
}
