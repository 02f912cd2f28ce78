import { type ClockTime, WEEKDAYS, type Weekday } from './schedule.ts';

/** Minutes since midnight, 0 to 1440, of "HH:MM". */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** "HH:MM" of whole minutes since midnight, 0 to 1440. */
export function clockOf(minutes: number): ClockTime {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes since midnight, or undefined for a text that is no time of day. */
export function readClock(text: string | undefined): number | undefined {
  return text !== undefined && /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(text) ? minutesOf(text) : undefined;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: Weekday): number {
  return WEEKDAYS.indexOf(day);
}

/** The weekday of an ISO date "YYYY-MM-DD". */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** Monday to Friday: the days on which a student comes from school. */
export function isSchoolDay(day: Weekday): boolean {
  return day !== 'SA' && day !== 'SU';
}
