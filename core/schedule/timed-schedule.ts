import { minutesOf } from './clock.ts';
import { type FallsOn, type RuleFault, ruleDays } from './rule-days.ts';
import type { ClockTime, Schedule } from './schedule.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import type { ZoneBook } from './zone-book.ts';
import type { ZoneSegment } from './zone-segments.ts';

/** Why a schedule opens nothing, or not as it says. */
export type ScheduleFault =
  | RuleFault
  /** It says no time, or only one. */
  | 'no-times'
  /** It closes when it opens. */
  | 'no-length'
  /** Its last day comes before its first. */
  | 'ends-before-it-begins'
  /** Its time zone is not known: taken for the district's. */
  | 'unknown-zone';

/** A schedule that opens at a time on some days. */
export interface Timed {
  fallsOn: FallsOn;
  times: Times;
  zone: readonly ZoneSegment[];
}

/** Minutes from the midnight of the day on which it opens. */
export interface Times {
  opens: number;
  closes: number;
}

export function readTimed(schedule: Schedule, segmentsOf: ZoneBook): { rule?: Timed; found?: ScheduleFault } {
  const times = readTimes(schedule.opensAt, schedule.closesAt);
  if (typeof times === 'string') return { found: times };
  const fallsOn = ruleDays(schedule);
  if (typeof fallsOn === 'string') return { found: fallsOn };
  const zone = segmentsOf(schedule.timezone);
  const rule = { fallsOn, times, zone: zone ?? segmentsOf(undefined)! };
  if (isBackwards(schedule)) return { rule, found: 'ends-before-it-begins' };
  return zone ? { rule } : { rule, found: 'unknown-zone' };
}

/** Closing at or before opening is on the next day; midnight to midnight is all day. */
export function readTimes(opensAt?: ClockTime, closesAt?: ClockTime): Times | 'no-times' | 'no-length' {
  if (opensAt === undefined || closesAt === undefined) return 'no-times';
  const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
  if (opens === closes && opens > 0) return 'no-length';
  if (opens === DAY_MINUTES) return { opens, closes: closes + DAY_MINUTES };
  return { opens, closes: closes <= opens ? closes + DAY_MINUTES : closes };
}

function isBackwards({ validFrom, validTo, dtstart, until }: Schedule): boolean {
  const begins = [validFrom, dtstart].filter((date) => date !== undefined);
  const ends = [validTo, until].filter((date) => date !== undefined);
  return begins.some((begin) => ends.some((end) => end < begin));
}
