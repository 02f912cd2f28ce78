import { clockOf, minutesOf, weekdayIndex } from './clock.ts';
import { WEEKDAYS, type WeeklySpan } from './schedule.ts';
import { mergeSpans } from './weekly-spans.ts';

/**
 * A week as numbers, for search: pairs [from, to) in minutes since Monday 00:00, sorted, apart from each other,
 * none over midnight. Exact to the minute.
 */
export type WeekMinutes = Int32Array;

export const DAY_MINUTES = 1440;

export function weekMinutes(spans: readonly WeeklySpan[]): WeekMinutes {
  return Int32Array.from(
    mergeSpans(spans).flatMap(({ day, from, to }) => {
      const midnight = weekdayIndex(day) * DAY_MINUTES;
      return [midnight + minutesOf(from), midnight + minutesOf(to)];
    }),
  );
}

/** A stretch that lies within one day, as people say it. */
export function weeklySpan(from: number, to: number): WeeklySpan {
  const day = Math.floor(from / DAY_MINUTES);
  const midnight = day * DAY_MINUTES;
  return { day: WEEKDAYS[day]!, from: clockOf(from - midnight), to: clockOf(to - midnight) };
}

/** The same week as spans. */
export function weeklySpans(minutes: ArrayLike<number>): WeeklySpan[] {
  return Array.from({ length: minutes.length / 2 }, (_, i) =>
    weeklySpan(minutes[2 * i]!, minutes[2 * i + 1]!),
  );
}

/** Calls `visit` for each stretch that lies in both weeks, in their order; no stretch goes over midnight. */
export function eachOverlap(a: WeekMinutes, b: WeekMinutes, visit: (from: number, to: number) => void): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) visit(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
}
