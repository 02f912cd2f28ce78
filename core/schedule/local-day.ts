import { utcDay } from './utc-day.ts';
/** The day that a moment has in a time zone, "YYYY-MM-DD"; an unknown zone counts as UTC. */
export function localDay(at: Date, timeZone: string): string {
  try {
    // Sweden writes days with the year first.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
  } catch {
    return utcDay(at);
  }
}
