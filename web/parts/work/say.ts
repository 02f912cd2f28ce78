import type { Weekday, WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import { capital, groupDays, isInARow, sayList } from '../../text/say-hours.ts';
import { sayGrade, sayLanguage } from '../../text/say-people.ts';
import { sayClockRange } from '../../text/say-time.ts';
import { localeOf, type Translate } from '../../text/translate.ts';
import type { Voice } from '../../text/use-voice.tsx';
import type { WorkTexts } from '../../text/work-en.ts';

export type SayText = Translate<WorkTexts>;

/** Facts in the words of one language: times, ways, grades, dates. */
export interface Say {
  locale: string;
  span(span: WeeklySpan): string;
  /** "Weekdays 3:10–6 pm", "Mon and Wed 3–5 pm, Sat 9 am–noon": days with the same times together. */
  spans(spans: readonly WeeklySpan[]): string;
  /** As part of a sentence: "9 min by bus", then "from school". */
  trip(minutes: number, mode: TravelMode): string;
  grade(grade: number): string;
  language(code: string): string;
  percent(share: number): string;
  /** Two decimals, always. */
  score(score: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  duration(seconds: number): string;
  list(items: readonly string[]): string;
}

export function createSay(voice: Voice, t: SayText): Say {
  const locale = localeOf(voice.language);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    locale,
    span: ({ day, from, to }) => `${t(`day.${day}`)} ${sayClockRange(voice, from, to)}`,
    spans: (spans) => saySpans(voice, t, spans),
    trip: (minutes, mode) => t(`trip.${mode}`, { n: Math.max(1, Math.round(minutes)) }),
    grade: (grade) => capital(sayGrade(voice, grade)),
    language: (code) => sayLanguage(voice, code),
    percent: (share) => percent.format(share),
    score: (value) => score.format(value),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    duration: (seconds) => sayDuration(seconds, t),
    list: (items) => sayList(voice, items),
  };
}

function saySpans(voice: Voice, t: SayText, spans: readonly WeeklySpan[]): string {
  const groups = groupDays(spans).map(({ days, ranges }) => {
    const times = ranges.map(([from, to]) => sayClockRange(voice, from, to));
    return `${sayShortDays(voice, t, days)} ${sayList(voice, times)}`;
  });
  return capital(groups.join(groups.some((group) => group.includes(',')) ? '; ' : ', '));
}

function sayShortDays(voice: Voice, t: SayText, days: readonly Weekday[]): string {
  const names = days.map((day) => t(`day.${day}`));
  if (days.length === 7) return t('days.every');
  if (days.length === 5 && !days.includes('SA') && !days.includes('SU')) return t('days.weekdays');
  if (days.length > 2 && isInARow(days)) return t('days.range', { from: names[0]!, to: names.at(-1)! });
  return sayList(voice, names);
}

function sayDuration(seconds: number, t: SayText): string {
  if (seconds < 60) return t('duration.seconds', { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 3600) return t('duration.minutes', { n: Math.round(seconds / 60) });
  return t('duration.hours', { n: Math.round(seconds / 360) / 10 });
}
