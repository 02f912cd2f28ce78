import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import { type Language, localeOf, type Translate } from '../../text/translate.ts';
import type { WorkTexts } from '../../text/work-en.ts';

export type SayText = Translate<WorkTexts>;

/** Facts in the words of one language: times, ways, grades, dates. */
export interface Say {
  locale: string;
  clock(time: string): string;
  span(span: WeeklySpan): string;
  way(minutes: number, mode: TravelMode): string;
  grade(grade: number): string;
  language(code: string): string;
  percent(share: number): string;
  score(score: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  duration(seconds: number): string;
  list(items: readonly string[]): string;
}

export function createSay(t: SayText, language: Language): Say {
  const locale = localeOf(language);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const clock = (time: string) => sayClock(time, locale);
  return {
    locale,
    clock,
    span: ({ day, from, to }) => t('span', { day: t(`day.${day}`), ...sayRange(clock(from), clock(to)) }),
    way: (minutes, mode) => t(`way.${mode}`, { n: Math.round(minutes) }),
    grade: (grade) =>
      grade < 0 ? t('grade.pk') : grade === 0 ? t('grade.k') : t('grade.n', { grade: String(grade) }),
    language: (code) => languages.of(code) ?? code,
    percent: (share) => percent.format(share),
    score: (value) => score.format(value),
    date: (iso) => date.format(new Date(iso)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    duration: (seconds) => sayDuration(seconds, t),
    list: (items) => list.format(items),
  };
}

/** "15:30" as "3:30 pm", "17:00" as "5 pm". */
function sayClock(time: string, locale: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const format = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    ...(minutes === 0 ? {} : { minute: '2-digit' }),
    hour12: true,
    timeZone: 'UTC',
  });
  return format
    .format(Date.UTC(2000, 0, 1, hours, minutes))
    .replace(/\s/g, ' ')
    .toLowerCase();
}

/** "3:30 pm" to "5 pm" is said "3:30–5 pm". */
function sayRange(from: string, to: string): { from: string; to: string } {
  const half = / .*$/.exec(to)?.[0];
  return { from: half && from.endsWith(half) ? from.slice(0, -half.length) : from, to };
}

function sayDuration(seconds: number, t: SayText): string {
  if (seconds < 60) return t('duration.seconds', { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 3600) return t('duration.minutes', { n: Math.round(seconds / 60) });
  return t('duration.hours', { n: Math.round(seconds / 360) / 10 });
}
