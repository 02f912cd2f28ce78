import type { Schedule, WeeklySpan } from './schedule.ts';
import { weeklyHours } from './weekly-hours.ts';
import { mergeSpans } from './weekly-spans.ts';

/**
 * The schedules with another ordinary week from a day on. What holds only in some weeks ("every first Monday"), what
 * is not in force on that day and what says no times stays. The new week lasts as long as the old one would have.
 * @param on ISO date
 */
export function withWeeklyHours(
  schedules: readonly Schedule[],
  hours: readonly WeeklySpan[],
  on: string,
): Schedule[] {
  const replaced = schedules.filter((schedule) => isOrdinary(schedule, on));
  const kept = schedules.flatMap((schedule) =>
    isOrdinary(schedule, on) ? withoutOrdinaryDays(schedule) : [schedule],
  );
  const { timezone, attendingType } = replaced[0] ?? {};
  const validTo = endOf(replaced);
  const shared: Partial<Schedule> = {
    ...(validTo !== undefined && { validTo }),
    ...(timezone !== undefined && replaced.every((other) => other.timezone === timezone) && { timezone }),
    ...(attendingType !== undefined &&
      replaced.every((other) => other.attendingType === attendingType) && { attendingType }),
  };
  return [...kept, ...schedulesOf(hours).map((schedule) => ({ ...schedule, ...shared }))];
}

/** One weekly rule for each pair of times. */
function schedulesOf(hours: readonly WeeklySpan[]): Schedule[] {
  const byTimes = new Map<string, Schedule>();
  for (const { day, from, to } of mergeSpans(hours)) {
    const known = byTimes.get(`${from} ${to}`);
    if (known) known.byday.push(day);
    else byTimes.set(`${from} ${to}`, { freq: 'WEEKLY', byday: [day], opensAt: from, closesAt: to });
  }
  return [...byTimes.values()];
}

function isOrdinary(schedule: Schedule, on: string): boolean {
  return weeklyHours([schedule], on).hours.length > 0;
}

/** "1MO" of a rule that says "TU" as well. */
function withoutOrdinaryDays(schedule: Schedule): Schedule[] {
  const byday = schedule.byday.filter((day) => day.length > 2);
  return byday.length > 0 ? [{ ...schedule, byday }] : [];
}

/** The day until which the last of them holds; none where one has no end. */
function endOf(schedules: readonly Schedule[]): string | undefined {
  const ends = schedules.map(
    ({ validTo, until }) => [validTo, until].filter((day) => day !== undefined).sort()[0],
  );
  if (ends.includes(undefined)) return undefined;
  return ends.sort().at(-1);
}
