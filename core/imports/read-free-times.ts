import type { Weekday, WeeklySpan } from '../schedule/schedule.ts';
import { parseDays } from './parse-days.ts';
import { parseSpan } from './parse-hours.ts';

/**
 * Free times such as "MO 15:00-18:00; Tue, Thu 3pm-5pm; weekdays 16:00-18:00". Each entry is read or counted as bad;
 * a time over midnight is none that a student takes part in.
 */
export function readFreeTimes(text: string): { spans: WeeklySpan[]; bad: number } {
  const entries = text
    .split(/[;|\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean);
  const read = entries.map(readEntry);
  return {
    spans: read.flatMap((spans) => spans ?? []),
    bad: read.filter((spans) => spans === undefined).length,
  };
}

function readEntry(entry: string): WeeklySpan[] | undefined {
  const match = /^(\D*?[a-zé])[.:,]?\s+(\d.*|noon.*)$/i.exec(entry);
  const days = match && parseDays(match[1]!);
  const span = match && parseSpan(match[2]!);
  if (!days || !span || days.freq !== 'WEEKLY' || days.rest || days.interval || span.opensAt >= span.closesAt)
    return undefined;
  return days.byday.map((day) => ({ day: day as Weekday, from: span.opensAt, to: span.closesAt }));
}
