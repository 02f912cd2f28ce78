import { dayNumber } from '../schedule/calendar-day.ts';

export interface EndWarning {
  /** Below 0 where the last day is past. */
  daysLeft: number;
  /** The smallest of the days for warning that has been reached; 0 where it is over. */
  step: number;
}

/** Undefined while the end is further off than the earliest warning. */
export function warnOfEnd(
  lastDay: string | undefined,
  day: string,
  warnDays: readonly number[],
): EndWarning | undefined {
  if (lastDay === undefined) return undefined;
  const daysLeft = dayNumber(lastDay) - dayNumber(day);
  if (daysLeft < 0) return { daysLeft, step: 0 };
  const reached = warnDays.filter((days) => daysLeft <= days);
  return reached.length > 0 ? { daysLeft, step: Math.min(...reached) } : undefined;
}
