import { dayNumber } from './calendar-day.ts';
import type { Closure } from './closure.ts';
import { foldWeeks, type Minutes } from './fold-weeks.ts';
import { daysFrom, inUtc, MARGIN, type Stretch, stretchesOf } from './open-stretches.ts';
import type { Schedule } from './schedule.ts';
import { readTimed, type ScheduleFault } from './timed-schedule.ts';
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
    const stretches = timed.length > 0 ? stretchesOf(timed, closures, days) : [];
    const local = stretches.flatMap((stretch) => inDistrict(stretch, segmentsOf(timezone)!));
    return { ...foldWeeks(local, first * DAY_MINUTES, weeks), known: timed.length > 0, faults };
  };
}

/** From the clocks of a zone to UTC to the clocks of the district. */
function inDistrict(stretch: Stretch, district: readonly ZoneSegment[]): Minutes[] {
  return inUtc(stretch).flatMap(([begin, end]) =>
    district.flatMap((there): Minutes[] => {
      const [start, stop] = [Math.max(begin, there.from), Math.min(end, there.to)];
      return start < stop ? [[start + there.offset, stop + there.offset]] : [];
    }),
  );
}
