import { type DayNumber, dayNumber } from './calendar-day.ts';
import type { Closure } from './closure.ts';
import type { Minutes } from './fold-weeks.ts';
import { daysFrom, inUtc, MARGIN, stretchesOf } from './open-stretches.ts';
import type { Schedule } from './schedule.ts';
import { readTimed } from './timed-schedule.ts';
import { DAY_MINUTES } from './week-minutes.ts';
import { zoneBook } from './zone-book.ts';

export interface Days {
  /** IANA name of the zone whose days they are. */
  timezone: string;
  /** The first, as ISO date. */
  from: string;
  count: number;
}

/**
 * When something is open, as minutes since 1970 in UTC, in their order: what begins on one of these days. Times of a
 * day that touch or overlap are one; what never closes is open anew each day. It is what `expandSchedules` tells, said in
 * moments, which mean the same on every clock.
 */
export function openMoments(
  schedules: readonly Schedule[],
  closures: readonly Closure[],
  { timezone, from, count }: Days,
): Minutes[] {
  const first = dayNumber(from);
  const segmentsOf = zoneBook(timezone, first - 2 * MARGIN, first + count + 2 * MARGIN);
  const timed = schedules.flatMap((schedule) => readTimed(schedule, segmentsOf).rule ?? []);
  if (timed.length === 0) return [];
  const days = daysFrom(first - MARGIN, count + 2 * MARGIN);
  const dayOf = (minute: number): DayNumber => {
    const { offset } = segmentsOf(timezone)!.findLast((segment) => segment.from <= minute)!;
    return Math.floor((minute + offset) / DAY_MINUTES);
  };
  // A clock that is changed meanwhile cuts an opening in two; for those who come it is one.
  const openings = stretchesOf(timed, closures, days).flatMap((stretch) =>
    joined(inUtc(stretch), () => true),
  );
  return joined(openings, (a, b) => dayOf(a) === dayOf(b)).filter(
    ([begin]) => first <= dayOf(begin) && dayOf(begin) < first + count,
  );
}

/** Those that touch or overlap as one, where they may be. */
function joined(stretches: Minutes[], may: (begin: number, other: number) => boolean): Minutes[] {
  const found: Minutes[] = [];
  for (const [from, to] of stretches.sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && from <= last[1] && may(last[0], from)) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}
