import { utcDay } from '../schedule/utc-day.ts';
/** The longest that a consent may run: to the day before it is a year old. Who shares for longer asks again. */
export function lastDay(signedAt: string): string {
  const day = new Date(`${signedAt}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  day.setUTCDate(day.getUTCDate() - 1);
  return utcDay(day);
}
