import { utcDay } from './utc-day.ts';
/** Days since 1970-01-01, which was a Thursday. */
export type DayNumber = number;

/** What a rule may ask of a day. */
export interface CalendarDay {
  day: DayNumber;
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  date: number;
  daysInMonth: number;
  /** 1 to 366. */
  yearDay: number;
  daysInYear: number;
  /** 0 for Monday to 6 for Sunday. */
  weekday: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of an ISO date "YYYY-MM-DD". */
export function dayNumber(date: string): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function isoDate(day: DayNumber): string {
  return utcDay(new Date(day * 86_400_000));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOfDay(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOfDay(day);
}

/** Which week a day lies in, counted from any week that begins on `firstWeekday`. */
export function weekIndex(day: DayNumber, firstWeekday: number): number {
  return Math.floor((day + 3 - firstWeekday) / 7);
}

export function calendarDay(day: DayNumber): CalendarDay {
  const at = new Date(day * 86_400_000);
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + 1;
  const leap = isLeap(year);
  return {
    day,
    year,
    month,
    date: at.getUTCDate(),
    daysInMonth: monthLength(month, leap),
    yearDay: day - firstDayOf(year) + 1,
    daysInYear: leap ? 366 : 365,
    weekday: weekdayOfDay(day),
  };
}

/** The day after, without asking the calendar again: a rule may have to be counted through centuries. */
export function nextDay(at: CalendarDay): CalendarDay {
  const { day, year, month, date, daysInMonth, yearDay, daysInYear, weekday } = at;
  const isNewMonth = date === daysInMonth;
  const isNewYear = yearDay === daysInYear;
  const leap = isNewYear ? isLeap(year + 1) : daysInYear === 366;
  const nextMonth = isNewYear ? 1 : isNewMonth ? month + 1 : month;
  return {
    day: day + 1,
    year: isNewYear ? year + 1 : year,
    month: nextMonth,
    date: isNewMonth ? 1 : date + 1,
    daysInMonth: isNewMonth ? monthLength(nextMonth, leap) : daysInMonth,
    yearDay: isNewYear ? 1 : yearDay + 1,
    daysInYear: leap ? 366 : 365,
    weekday: (weekday + 1) % 7,
  };
}

/**
 * The week of the year, as RFC 5545 counts them: the first that has four days of the year in it; and how many weeks
 * that year has. The first days of January may lie in the last week of the year before.
 */
export function weekOfYear(
  { day, year }: CalendarDay,
  firstWeekday: number,
): { week: number; weeksInYear: number } {
  const own = firstWeekOf(year, firstWeekday);
  const next = firstWeekOf(year + 1, firstWeekday);
  const [from, to] =
    day < own
      ? [firstWeekOf(year - 1, firstWeekday), own]
      : day < next
        ? [own, next]
        : [next, firstWeekOf(year + 2, firstWeekday)];
  return { week: Math.floor((day - from) / 7) + 1, weeksInYear: (to - from) / 7 };
}

/** First day of the week that has the fourth of January in it. */
function firstWeekOf(year: number, firstWeekday: number): DayNumber {
  const fourth = firstDayOf(year) + 3;
  return fourth - ((weekdayOfDay(fourth) - firstWeekday + 7) % 7);
}

function firstDayOf(year: number): DayNumber {
  return new Date(0).setUTCFullYear(year, 0, 1) / 86_400_000;
}

function monthLength(month: number, leap: boolean): number {
  return month === 2 && leap ? 29 : MONTH_LENGTHS[month - 1]!;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
