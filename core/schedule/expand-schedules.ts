import { type CalendarDay, calendarDay, type DayNumber, dayNumber, nextDay } from './calendar-day.ts';
import type { Closure } from './closure.ts';
import { foldWeeks, type Minutes } from './fold-weeks.ts';
import type { Schedule } from './schedule.ts';
import { readTimed, readTimes, type ScheduleFault, type Timed, type Times } from './timed-schedule.ts';
import type { WeekBitmap } from './week-bitmap.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import { zoneBook } from './zone-book.ts';
import type { ZoneSegment } from './zone-segments.ts';

export type { ScheduleFault };

export interface Horizon {
  /** IANA name of the zone in whose weeks to count. */
  timezone: string;
  /** A Monday, ISO date. */
  from: string;
  weeks: number;
}

export interface OpenWeeks {
  /** Per week its place in `bitmaps`; equal weeks share one. */
  weeks: number[];
  bitmaps: WeekBitmap[];
  /** Whether any schedule says when it is open. If not: nobody knows, which is not "closed". */
  known: boolean;
  faults: { schedule: number; fault: ScheduleFault }[];
}

/**
 * When something is open, minute by minute, in each week of a horizon: what the clocks on the walls of the district
 * show while the clocks of the schedule's own zone show one of its times. So an hour that daylight saving leaves out
 * is never open, and one that comes twice is open if it is either time.
 */
export function expandSchedules(
  schedules: readonly Schedule[],
  closures: readonly Closure[],
  horizon: Horizon,
): OpenWeeks {
  return scheduleExpander(horizon)(schedules, closures);
}

/** Days to look at before and behind: openings last into the next day, and clocks of two zones are a day apart. */
const MARGIN = 2;

/** The same for many: what the horizon alone decides is found once. */
export function scheduleExpander({ timezone, from, weeks }: Horizon) {
  const first = dayNumber(from);
  const days = daysFrom(first - MARGIN, weeks * 7 + 2 * MARGIN);
  const segmentsOf = zoneBook(timezone, first - 2 * MARGIN, first + weeks * 7 + 2 * MARGIN);

  return (schedules: readonly Schedule[], closures: readonly Closure[]): OpenWeeks => {
    const faults: OpenWeeks['faults'] = [];
    const timed = schedules.flatMap((schedule, at) => {
      const { rule, found } = readTimed(schedule, segmentsOf);
      if (found) faults.push({ schedule: at, fault: found });
      return rule ? [rule] : [];
    });
    const stretches = timed.length > 0 ? stretchesOf(timed, closures.map(readClosure), days) : [];
    const local = stretches.flatMap((stretch) => inDistrict(stretch, segmentsOf(timezone)!));
    return { ...foldWeeks(local, first * DAY_MINUTES, weeks), known: timed.length > 0, faults };
  };
}

/** Wall-clock minutes since 1970 in a zone. */
interface Stretch extends Times {
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

function stretchesOf(
  timed: readonly Timed[],
  closures: readonly DayClosure[],
  days: readonly CalendarDay[],
): Stretch[] {
  return days.flatMap((at) => {
    const here = closures.filter(({ from, to }) => from <= at.day && at.day <= to);
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

/** From the clocks of a zone to UTC to the clocks of the district; an hour that a zone leaves out falls away. */
function inDistrict({ opens, closes, zone }: Stretch, district: readonly ZoneSegment[]): Minutes[] {
  return zone.flatMap(({ from, to, offset }) => {
    const [begin, end] = [Math.max(opens - offset, from), Math.min(closes - offset, to)];
    if (begin >= end) return [];
    return district.flatMap((there): Minutes[] => {
      const [start, stop] = [Math.max(begin, there.from), Math.min(end, there.to)];
      return start < stop ? [[start + there.offset, stop + there.offset]] : [];
    });
  });
}

function daysFrom(first: DayNumber, count: number): CalendarDay[] {
  const days = [calendarDay(first)];
  while (days.length < count) days.push(nextDay(days.at(-1)!));
  return days;
}
