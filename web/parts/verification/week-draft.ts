import { WEEKDAYS, type Weekday, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { mergeSpans } from '../../../core/schedule/weekly-spans.ts';
import { parseClockTime, typedClockTime } from '../work/clock-time.ts';

/** Times as somebody types them. */
export interface TypedTimes {
  from: string;
  to: string;
}

/** A week as it is typed: of each day its times, none where it is closed. */
export type WeekDraft = Record<Weekday, TypedTimes[]>;

/** Offered for a day that opens. */
const USUAL: TypedTimes = { from: '3:00 pm', to: '6:00 pm' };

export function draftOf(hours: readonly WeeklySpan[]): WeekDraft {
  return inWeek((day) =>
    hours
      .filter((span) => span.day === day)
      .map(({ from, to }) => ({ from: typedClockTime(from), to: typedClockTime(to) })),
  );
}

/** One more stretch for a day: as the day before where this one was closed, else the usual one. */
export function withStretch(draft: WeekDraft, day: Weekday): WeekDraft {
  const before = draft[WEEKDAYS[WEEKDAYS.indexOf(day) - 1] ?? day];
  const more = draft[day].length === 0 && before.length > 0 ? before : [USUAL];
  return { ...draft, [day]: [...draft[day], ...more] };
}

export function changed(draft: WeekDraft, day: Weekday, index: number, part: Partial<TypedTimes>): WeekDraft {
  return { ...draft, [day]: draft[day].map((times, at) => (at === index ? { ...times, ...part } : times)) };
}

export function without(draft: WeekDraft, day: Weekday, index: number): WeekDraft {
  return { ...draft, [day]: draft[day].filter((_, at) => at !== index) };
}

/** Which times cannot be read or end before they begin, as "MO 0". */
export function wrongTimes(draft: WeekDraft): Set<string> {
  return new Set(
    WEEKDAYS.flatMap((day) =>
      draft[day].flatMap((times, index) => (readTimes(day, times) ? [] : [`${day} ${index}`])),
    ),
  );
}

/** The week that was typed; times that touch are one. Only of a draft without wrong times. */
export function hoursOf(draft: WeekDraft): WeeklySpan[] {
  return mergeSpans(WEEKDAYS.flatMap((day) => draft[day].flatMap((times) => readTimes(day, times) ?? [])));
}

function readTimes(day: Weekday, typed: TypedTimes): WeeklySpan | undefined {
  const from = parseClockTime(typed.from);
  const end = parseClockTime(typed.to);
  const to = end === '00:00' ? '24:00' : end;
  return from && to && from < to ? { day, from, to } : undefined;
}

function inWeek(timesOf: (day: Weekday) => TypedTimes[]): WeekDraft {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, timesOf(day)])) as WeekDraft;
}
