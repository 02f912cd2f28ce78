import { type ClockTime, WEEKDAYS, type Weekday } from '../../schedule/schedule.ts';
import type { Span } from '../parse-hours.ts';

/** One rule of OpenStreetMap's `opening_hours`: "Mo-Fr 09:00-12:00,13:00-17:00", "Sa[1] 10:00-12:00", "PH off". */
export interface OpeningRule {
  /** Days of every week. */
  days: Weekday[];
  /** The nth of a day in each month, as RRULE writes them: "1SA", "-1MO". */
  nth: string[];
  /** Empty: closed. */
  spans: Span[];
  /** What it says of holidays, in words: no day of an ordinary week depends on it. */
  holidays?: string;
}

/** The days it is about, and when, or that it is closed then. */
const RULE =
  /^(\D*?(?:\[[-\d,]+\]\D*?)*):?\s*(\d{1,2}:\d{2}-\d{1,2}:\d{2}(?:\s*,\s*\d{1,2}:\d{2}-\d{1,2}:\d{2})*|24\/7|off|closed)$/;
const HOLIDAYS = /^(PH|SH)\b\s*([^,\s].*)$/;
const DAY = /^(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?$/;
const NTH = /^(?:Mo|Tu|We|Th|Fr|Sa|Su)\[-?[1-5](?:,-?[1-5])*\]$/;

/** The rule, where nothing in it is open to question. */
export function readOpeningRule(text: string): OpeningRule | undefined {
  const [, selector = '', when = ''] = RULE.exec(text) ?? [];
  const spans = spansOf(when);
  const parts = selector
    .trim()
    .split(/\s*,\s*(?![^[]*\])/)
    .filter(Boolean);
  const holidays = parts.filter((part) => part === 'PH' || part === 'SH');
  const nth = parts.filter((part) => NTH.test(part));
  const days = parts.filter((part) => DAY.test(part));
  if (!spans || holidays.length + nth.length + days.length < parts.length) return holidaysAlone(text);
  const said = holidays.map((part) => sayHolidays(part, when)).join('\n');
  return {
    days: parts.length === 0 ? [...WEEKDAYS] : days.flatMap(between),
    nth: nth.flatMap(nthOf),
    spans,
    ...(said && { holidays: said }),
  };
}

/** "PH off", "SH Mo-Fr 10:00-12:00": whatever it says, it says it of holidays alone. */
function holidaysAlone(text: string): OpeningRule | undefined {
  const [, which, when] = HOLIDAYS.exec(text) ?? [];
  return which && when ? { days: [], nth: [], spans: [], holidays: sayHolidays(which, when) } : undefined;
}

function sayHolidays(which: string, when: string): string {
  const name = which === 'PH' ? 'Public holidays' : 'School holidays';
  return `${name}: ${when.replace(/\boff\b/g, 'closed')}`;
}

/** Both ends included; "Sa-Mo" goes over the end of the week. */
function between(part: string): Weekday[] {
  const [from, to = from] = part.toUpperCase().split('-') as [Weekday, Weekday?];
  const start = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => WEEKDAYS[(start + step) % 7]!);
}

function nthOf(part: string): string[] {
  const day = part.slice(0, 2).toUpperCase();
  return part
    .slice(3, -1)
    .split(',')
    .map((nth) => `${nth}${day}`);
}

function spansOf(text: string): Span[] | undefined {
  if (text === '') return undefined;
  if (text === 'off' || text === 'closed') return [];
  if (text === '24/7') return [{ opensAt: '00:00', closesAt: '24:00' }];
  const spans = text.split(',').map((part) => spanOf(part.trim()));
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

/** Hours after midnight may be written on: "20:00-26:00" is until two. Only what opens after noon goes on into the night. */
function spanOf(text: string): Span | undefined {
  const [from, until] = text.split('-').map(minutesOf) as [number, number];
  const to = until > 1440 ? until - 1440 : until;
  const isSpan = from < 1440 && (until > 1440 ? to < from : to !== from) && (from < to || from >= 720);
  return isSpan ? { opensAt: clock(from), closesAt: clock(to === 0 ? 1440 : to) } : undefined;
}

function minutesOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number) as [number, number];
  return minutes < 60 ? hours * 60 + minutes : Number.NaN;
}

function clock(minutes: number): ClockTime {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
