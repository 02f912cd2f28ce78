import { type Schedule, WEEKDAYS, type Weekday } from '../schedule/schedule.ts';
import { compact } from './compact.ts';
import { type Days, parseDays } from './parse-days.ts';
import { isAllDay, parseHours, type Span } from './parse-hours.ts';
import { parseTime } from './parse-time.ts';
import type { FieldReader } from './read-fields.ts';

/**
 * One row of a schedule as HSDS 3 schedules: from RRULE parts (3.x), from `weekday`, `opens_at` and `closes_at` (1.x),
 * from times that slipped into the fields of dates, or from a sentence. Hours that nobody can be sure of are kept as
 * words, never guessed; a row that names days and no hours says nothing about hours and is left out.
 */
export function readSchedule(row: FieldReader): Schedule[] {
  const days = readDays(row);
  const span = readSpan(row);
  const words = readWords(row, days);
  const rule = readRule(row, days);
  if (span && (rule.byday.length > 0 || rule.bymonthday || rule.byyearday || rule.dtstart))
    return [{ ...rule, ...span, ...words }];
  if (span)
    return keepAsText(row, 'days-missing', {
      ...words,
      description: join(words.description, `${span.opensAt}–${span.closesAt}`),
    });
  return withoutSpan(row, rule, words);
}

type Words = Pick<Schedule, 'description' | 'notes'>;

function withoutSpan(row: FieldReader, rule: Schedule, words: Words): Schedule[] {
  const told = words.description && rule.byday.length === 0 ? parseHours(words.description) : undefined;
  if (told) {
    row.note({
      code: 'hours-from-text',
      field: 'description',
      value: words.description!,
      action: 'repaired',
    });
    return told.map(({ days, span }) => ({ ...rule, ...byday(days), ...span, ...words }));
  }
  const times = ['weekday', 'byday', 'opens_at', 'closes_at', 'dtstart', 'until']
    .map((field) => row.line(field))
    .filter(Boolean);
  const saysMore =
    words.description ?? (times.some((text) => text && !parseDays(text)) ? times.join(' ') : undefined);
  if (saysMore)
    return keepAsText(row, 'hours-as-text', { ...words, description: words.description ?? saysMore });
  const named = times.join(' ');
  row.note({ code: 'hours-empty', action: 'left-out', ...(named ? { value: named } : {}) });
  return [];
}

function keepAsText(row: FieldReader, code: 'days-missing' | 'hours-as-text', words: Words): Schedule[] {
  row.note({ code, action: 'kept', ...(words.description ? { value: words.description } : {}) });
  return [compact({ byday: [], description: words.description, notes: words.notes })];
}

function readWords(row: FieldReader, days: Days | undefined): Words {
  const notes = join(row.text('notes'), days?.rest, row.line('name'));
  return compact({ description: row.text('description'), notes });
}

function readDays(row: FieldReader): Days | undefined {
  for (const field of ['byday', 'weekday']) {
    const value = row.line(field);
    const days = value === undefined ? undefined : parseDays(value);
    if (value !== undefined && !days) row.note({ code: 'bad-days', field, value, action: 'left-out' });
    if (!days) continue;
    if (days.rest)
      row.note({
        code: 'days-partly-read',
        field,
        value: value!,
        action: 'kept',
        detail: `The note: ${days.rest}`,
      });
    return days;
  }
  return undefined;
}

function readSpan(row: FieldReader): Span | undefined {
  const misplaced = spanOf(row.line('dtstart'), row.line('until'));
  if (misplaced) {
    const value = [row.line('dtstart'), row.line('until')].filter(Boolean).join(' – ');
    row.note({ code: 'misplaced-time', field: 'dtstart', value, action: 'repaired' });
    return settle(row, misplaced);
  }
  if (isAllDay(row.line('weekday') ?? '')) return { opensAt: '00:00', closesAt: '24:00' };
  const [opens, closes] = [row.line('opens_at'), row.line('closes_at')];
  const span = spanOf(opens, closes);
  if (span) return settle(row, span);
  for (const [field, value] of [
    ['opens_at', opens],
    ['closes_at', closes],
  ] as const) {
    if (value !== undefined && !parseTime(value))
      row.note({ code: 'bad-time', field, value, action: 'left-out' });
  }
  return undefined;
}

function spanOf(opens: string | undefined, closes: string | undefined): Span | undefined {
  if (opens !== undefined && isAllDay(opens)) return { opensAt: '00:00', closesAt: '24:00' };
  const [opensAt, closesAt] = [opens && parseTime(opens), closes && parseTime(closes)];
  return opensAt && closesAt ? { opensAt, closesAt } : undefined;
}

/** A span that runs forward, or over midnight where it begins after noon, as night shelters do. */
function settle(row: FieldReader, { opensAt, closesAt }: Span): Span | undefined {
  const value = `${opensAt}–${closesAt}`;
  if (opensAt === closesAt && opensAt === '00:00') {
    row.note({ code: 'midnight-to-midnight', field: 'opens_at', value, action: 'repaired' });
    return { opensAt, closesAt: '24:00' };
  }
  if (closesAt === '00:00') return { opensAt, closesAt: '24:00' };
  if (opensAt < closesAt || (opensAt > closesAt && opensAt >= '12:00')) return { opensAt, closesAt };
  row.note({
    code: opensAt === closesAt ? 'hours-zero' : 'hours-backwards',
    field: 'closes_at',
    value,
    action: 'left-out',
  });
  return undefined;
}

function readRule(row: FieldReader, days: Days | undefined): Schedule {
  const dates = compact({
    bymonthday: readNumbers(row, 'bymonthday', 31),
    byyearday: readNumbers(row, 'byyearday', 366),
    byweekno: readNumbers(row, 'byweekno', 53),
  });
  const given = readFrequency(row);
  const interval = positive(row, 'interval') ?? days?.interval;
  // Every day is a week of seven days; every third day is not.
  const isEveryDay = given === 'DAILY' && (interval ?? 1) === 1;
  const byDays = days ? byday(days) : { byday: isEveryDay ? ([...WEEKDAYS] as string[]) : [] };
  const freq = isEveryDay ? 'WEEKLY' : frequencyOf(given, days);
  const isRule = days !== undefined || given !== undefined || Object.keys(dates).length > 0;
  const link = row.line('schedule_link');
  if (link) row.note({ code: 'no-counterpart', field: 'schedule_link', value: link, action: 'left-out' });
  return compact({
    validFrom: row.date('valid_from'),
    validTo: row.date('valid_to'),
    dtstart: dateUnlessTime(row, 'dtstart'),
    until: dateUnlessTime(row, 'until'),
    count: positive(row, 'count'),
    wkst: isRule ? weekStart(row) : undefined,
    freq,
    interval,
    ...byDays,
    ...dates,
    timezone: row.line('timezone'),
    attendingType: row.line('attending_type'),
  });
}

function frequencyOf(given: Schedule['freq'], days: Days | undefined): Schedule['freq'] {
  if (given === 'YEARLY' || given === 'DAILY') return given;
  return days?.freq === 'MONTHLY' ? 'MONTHLY' : (given ?? (days && 'WEEKLY'));
}

function byday(days: Days): { byday: string[] } {
  return { byday: days.byday };
}

/** DC's files hold times where dates belong; those are hours and are read as such, not noted again as bad dates. */
function dateUnlessTime(row: FieldReader, field: 'dtstart' | 'until'): string | undefined {
  const value = row.line(field);
  if (value === undefined || parseTime(value) || isAllDay(value)) return undefined;
  return row.date(field);
}

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

function readFrequency(row: FieldReader): Schedule['freq'] {
  const value = row.line('freq');
  const freq = FREQUENCIES.find((known) => known === value?.toUpperCase());
  if (freq) return freq;
  if (value) row.note({ code: 'unknown-value', field: 'freq', value, action: 'left-out' });
  return undefined;
}

/** Days of the month or the year, or weeks, counted from the front or, below zero, from the end. */
function readNumbers(row: FieldReader, field: string, most: number): number[] | undefined {
  const value = row.line(field);
  if (value === undefined) return undefined;
  const numbers = value
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);
  const fits =
    numbers.length > 0 &&
    numbers.every((each) => Number.isInteger(each) && each !== 0 && Math.abs(each) <= most);
  if (!fits) row.note({ code: 'bad-number', field, value, action: 'left-out' });
  return fits ? numbers : undefined;
}

function positive(row: FieldReader, field: string): number | undefined {
  const value = row.count(field);
  if (value === 0) row.note({ code: 'bad-number', field, value: '0', action: 'left-out' });
  return value || undefined;
}

function weekStart(row: FieldReader): Weekday | undefined {
  const day = row.line('wkst')?.slice(0, 2).toUpperCase();
  return WEEKDAYS.find((weekday) => weekday === day);
}

function join(...parts: (string | undefined)[]): string | undefined {
  const text = [...new Set(parts.filter(Boolean))].join('\n');
  return text || undefined;
}
