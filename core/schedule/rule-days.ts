import {
  type CalendarDay,
  calendarDay,
  type DayNumber,
  dayNumber,
  nextDay,
  weekIndex,
  weekOfYear,
} from './calendar-day.ts';
import { type Schedule, WEEKDAYS, type Weekday } from './schedule.ts';

/** Says of a day whether a schedule's rule falls on it. Asked in the order of days, because a count goes down. */
export type FallsOn = (at: CalendarDay) => boolean;

/** Why a schedule says nothing about days. */
export type RuleFault =
  /** Neither weekdays nor days of month or year, and no start to take them from. */
  | 'no-days'
  /** Every second week: of which two nobody knows, for it has no start. */
  | 'no-start';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

interface Rule {
  freq: Frequency;
  interval: number;
  /** Day of `dtstart`, else of `validFrom`: from it intervals are counted. */
  anchor: CalendarDay | undefined;
  /** Weekdays, as bits. */
  weekdays: number;
  /** "1MO" and "-1FR". */
  ordinals: { nth: number; weekday: number }[];
  monthDays: readonly number[];
  /** 1 to 12: of a yearly rule that says nothing but its start. */
  month?: number;
  yearDays: readonly number[];
  weekNumbers: readonly number[];
  /** First weekday of a week. */
  wkst: number;
}

/**
 * The days of an HSDS schedule, by the parts of RFC 5545. Of what the RFC leaves to libraries: an ordinal makes a
 * rule monthly unless it is yearly; a rule without a frequency has that of its parts; a number of a week without a
 * weekday means the weekday of the start; `dtstart` itself counts only where the rule falls on it.
 */
export function ruleDays(schedule: Schedule): FallsOn | RuleFault {
  const rule = readRule(schedule);
  if (!rule) return 'no-days';
  if (rule.interval > 1 && !rule.anchor) return 'no-start';
  const begins = schedule.dtstart === undefined ? Number.NEGATIVE_INFINITY : dayNumber(schedule.dtstart);
  const ends = schedule.until === undefined ? Number.POSITIVE_INFINITY : dayNumber(schedule.until);
  const validFrom =
    schedule.validFrom === undefined ? Number.NEGATIVE_INFINITY : dayNumber(schedule.validFrom);
  const validTo = schedule.validTo === undefined ? Number.POSITIVE_INFINITY : dayNumber(schedule.validTo);
  const isLeft = countDown(rule, begins, schedule.count);
  return (at) =>
    at.day >= Math.max(begins, validFrom) &&
    at.day <= Math.min(ends, validTo) &&
    matches(rule, at) &&
    isLeft(at.day);
}

function readRule({
  freq,
  interval = 1,
  byday,
  dtstart,
  validFrom,
  wkst,
  ...parts
}: Schedule): Rule | undefined {
  const days = byday.map(readByday);
  const ordinals = days.flatMap(({ nth, weekday }) => (nth === 0 ? [] : [{ nth, weekday }]));
  const start = dtstart ?? validFrom;
  const rule = {
    interval,
    anchor: start === undefined ? undefined : calendarDay(dayNumber(start)),
    weekdays: days.reduce((bits, { nth, weekday }) => (nth === 0 ? bits | (1 << weekday) : bits), 0),
    ordinals,
    monthDays: parts.bymonthday ?? [],
    yearDays: parts.byyearday ?? [],
    weekNumbers: parts.byweekno ?? [],
    wkst: wkst === undefined ? 0 : WEEKDAYS.indexOf(wkst),
  };
  const frequency = frequencyOf(freq, rule);
  return frequency && withDays({ ...rule, freq: frequency }, dtstart !== undefined);
}

function readByday(text: string): { nth: number; weekday: number } {
  return {
    nth: Number.parseInt(text.slice(0, -2), 10) || 0,
    weekday: WEEKDAYS.indexOf(text.slice(-2) as Weekday),
  };
}

function frequencyOf(freq: Frequency | undefined, rule: Omit<Rule, 'freq'>): Frequency | undefined {
  if (rule.ordinals.length > 0) return freq === 'YEARLY' ? 'YEARLY' : 'MONTHLY';
  if (freq) return freq;
  if (rule.monthDays.length > 0) return 'MONTHLY';
  if (rule.yearDays.length > 0 || rule.weekNumbers.length > 0) return 'YEARLY';
  return rule.weekdays === 0 ? undefined : 'WEEKLY';
}

/** What no part says is taken from the start; only a start that is said, since a validity begins on any day. */
function withDays(rule: Rule, isStarted: boolean): Rule | undefined {
  const { freq, weekdays, ordinals, monthDays, yearDays, weekNumbers, anchor } = rule;
  if (weekdays > 0 || ordinals.length > 0 || monthDays.length > 0 || yearDays.length > 0) return rule;
  if (freq === 'DAILY' && weekNumbers.length === 0) return rule;
  if (!anchor || !isStarted) return undefined;
  if (freq === 'WEEKLY' || weekNumbers.length > 0) return { ...rule, weekdays: 1 << anchor.weekday };
  if (freq === 'MONTHLY') return { ...rule, monthDays: [anchor.date] };
  return { ...rule, monthDays: [anchor.date], month: anchor.month };
}

function matches(rule: Rule, at: CalendarDay): boolean {
  const { weekdays, ordinals, monthDays, yearDays, weekNumbers } = rule;
  return (
    isInInterval(rule, at) &&
    (rule.month === undefined || rule.month === at.month) &&
    ((weekdays === 0 && ordinals.length === 0) ||
      (weekdays & (1 << at.weekday)) !== 0 ||
      ordinals.some((ordinal) => isNth(ordinal, rule.freq, at))) &&
    (monthDays.length === 0 || holds(monthDays, at.date, at.daysInMonth)) &&
    (yearDays.length === 0 || holds(yearDays, at.yearDay, at.daysInYear)) &&
    (weekNumbers.length === 0 || isWeekOf(rule, at))
  );
}

function isInInterval({ freq, interval, anchor, wkst }: Rule, at: CalendarDay): boolean {
  if (interval === 1 || !anchor) return true;
  return stepsBetween(freq, anchor, at, wkst) % interval === 0;
}

function stepsBetween(freq: Frequency, anchor: CalendarDay, at: CalendarDay, wkst: number): number {
  if (freq === 'DAILY') return at.day - anchor.day;
  if (freq === 'WEEKLY') return weekIndex(at.day, wkst) - weekIndex(anchor.day, wkst);
  const years = at.year - anchor.year;
  return freq === 'YEARLY' ? years : years * 12 + at.month - anchor.month;
}

/** The nth of its weekday in the month, or in the year; -1 is the last. */
function isNth({ nth, weekday }: Rule['ordinals'][number], freq: Frequency, at: CalendarDay): boolean {
  if (at.weekday !== weekday) return false;
  const [place, length] = freq === 'YEARLY' ? [at.yearDay, at.daysInYear] : [at.date, at.daysInMonth];
  return nth > 0 ? Math.ceil(place / 7) === nth : Math.floor((length - place) / 7) + 1 === -nth;
}

/** Whether one of the numbers means this place, counted from the front or, below zero, from the end. */
function holds(numbers: readonly number[], place: number, length: number): boolean {
  return numbers.includes(place) || numbers.includes(place - length - 1);
}

function isWeekOf({ weekNumbers, wkst }: Rule, at: CalendarDay): boolean {
  const { week, weeksInYear } = weekOfYear(at, wkst);
  return holds(weekNumbers, week, weeksInYear);
}

/** Whether a day on which the rule falls is among the first `count`; without a start there is nothing to count from. */
function countDown(rule: Rule, begins: DayNumber, count: number | undefined): (day: DayNumber) => boolean {
  if (count === undefined || begins === Number.NEGATIVE_INFINITY) return () => true;
  let at = calendarDay(begins);
  let left = count;
  return (day) => {
    // A rule falls on a day once at most.
    if (day - begins < count) return true;
    for (; at.day < day && left > 0; at = nextDay(at)) if (matches(rule, at)) left--;
    return left > 0;
  };
}
