import { clockOf, isSchoolDay, minutesOf } from '../schedule/clock.ts';
import { WEEKDAYS, type WeeklySpan } from '../schedule/schedule.ts';

/** When school ends where nobody has said. */
const USUAL_END = 15 * 60;
const EVENING = 18 * 60;
const NIGHT = 21 * 60;
const MORNING = 9 * 60;
/** The earliest that is asked of a child before school. */
const EARLY = 6 * 60 + 30;
/** Times are told in quarters of an hour. */
const QUARTER = 15;

/** The times that people could make free, one after the other: before and after school, an evening, a day of the weekend. */
export function freeSlots(dayStartsAt: number | undefined, dayEndsAt: number | undefined): WeeklySpan[] {
  const end = Math.min(dayEndsAt ?? USUAL_END, EVENING - QUARTER);
  return WEEKDAYS.flatMap((day): WeeklySpan[] => {
    if (!isSchoolDay(day)) return [{ day, from: clockOf(MORNING), to: clockOf(EVENING) }];
    const before = dayStartsAt !== undefined && dayStartsAt > EARLY;
    return [
      ...(before ? [{ day, from: clockOf(EARLY), to: clockOf(dayStartsAt) }] : []),
      { day, from: clockOf(end), to: clockOf(EVENING) },
      { day, from: clockOf(EVENING), to: clockOf(NIGHT) },
    ];
  });
}

/** The part of a slot in which these hours lie; undefined where they lie in none of it, or it is no smaller. */
export function narrowSlot(slot: WeeklySpan, hours: readonly WeeklySpan[]): WeeklySpan | undefined {
  const within = hours.filter(({ day, from, to }) => day === slot.day && from < slot.to && to > slot.from);
  if (within.length === 0) return undefined;
  const first = Math.min(...within.map(({ from }) => minutesOf(from)));
  const last = Math.max(...within.map(({ to }) => minutesOf(to)));
  const from = Math.max(minutesOf(slot.from), Math.floor(first / QUARTER) * QUARTER);
  const to = Math.min(minutesOf(slot.to), Math.ceil(last / QUARTER) * QUARTER);
  const narrow = { day: slot.day, from: clockOf(from), to: clockOf(to) };
  return narrow.from === slot.from && narrow.to === slot.to ? undefined : narrow;
}
