/** The day on which the demo district was surveyed; nothing in it is later. */
export const DEMO_DAY = '2026-11-16';

const DAY_MS = 86_400_000;

/** "YYYY-MM-DD", so many days before the survey. */
export function dayBefore(days: number): string {
  return new Date(Date.parse(DEMO_DAY) - days * DAY_MS).toISOString().slice(0, 10);
}

/** Noon at the meridian of that day. */
export function timeOf(day: string): string {
  return `${day}T12:00:00Z`;
}
