import { z } from 'zod';
import { calendarDay, type DayNumber, weekdayOfDay } from './calendar-day.ts';
import { weekdayIndex } from './clock.ts';
import { Weekday } from './schedule.ts';

const named = { name: z.string().min(1), month: z.int().min(1).max(12) };

/** A day of every year: a date, or the nth weekday of a month (-1: the last). */
export const Holiday = z.union([
  z.strictObject({
    ...named,
    date: z.int().min(1).max(31),
    /** On a Saturday the Friday before is free as well, on a Sunday the Monday after (5 U.S.C. 6103). */
    observed: z.boolean().default(false),
  }),
  z.strictObject({
    ...named,
    weekday: Weekday,
    nth: z.union([z.int().min(1).max(4), z.literal(-1)]),
  }),
]);
export type Holiday = z.infer<typeof Holiday>;

export function isHoliday(day: DayNumber, holidays: readonly Holiday[]): boolean {
  return holidays.some((holiday) => isOn(day, holiday));
}

function isOn(day: DayNumber, holiday: Holiday): boolean {
  if (isItself(day, holiday)) return true;
  if (!('date' in holiday) || !holiday.observed) return false;
  const weekday = weekdayOfDay(day);
  return (
    (weekday === FRIDAY && isItself(day + 1, holiday)) || (weekday === MONDAY && isItself(day - 1, holiday))
  );
}

const MONDAY = 0;
const FRIDAY = 4;

function isItself(day: DayNumber, holiday: Holiday): boolean {
  const { month, date, daysInMonth, weekday } = calendarDay(day);
  if (month !== holiday.month) return false;
  if ('date' in holiday) return date === holiday.date;
  if (weekday !== weekdayIndex(holiday.weekday)) return false;
  return holiday.nth === -1 ? date > daysInMonth - 7 : Math.ceil(date / 7) === holiday.nth;
}
