import type { LocalMoment } from '../../core/directory/local-moment.ts';
import type { Weekday, WeeklySpan } from '../../core/schedule/schedule.ts';
import { openAt } from '../../core/schedule/weekly-spans.ts';
import { sayClock, sayClockRange } from './say-time.ts';
import type { Voice } from './use-voice.tsx';

const WEEK: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A week in as few lines as it takes: "Monday to Friday, 9 am–5 pm", "Saturdays, 9 am–noon". */
export function sayHours(voice: Voice, hours: readonly WeeklySpan[]): string[] {
  return groupDays(hours).map(({ days, ranges }) => {
    const times = sayList(
      voice,
      ranges.map(([from, to]) => sayClockRange(voice, from, to)),
    );
    return voice.t('hours.line', { days: sayDays(voice, days), times });
  });
}

/** "open now till 6 pm", "closed now, opens tomorrow 9 am", or that nobody said. */
export function sayOpen(
  voice: Voice,
  hours: readonly WeeklySpan[],
  known: boolean,
  now: LocalMoment,
): string {
  const { t } = voice;
  if (!known || hours.length === 0) return t('open.unknown');
  if (openAt(hours, now.day, now.time)) return sayOpenTill(voice, hours, now);
  const next = nextOpening(hours, now);
  if (!next) return t('open.unknown');
  const time = sayClock(voice, next.span.from);
  if (next.inDays === 0) return t('open.today', { time });
  if (next.inDays === 1) return t('open.tomorrow', { time });
  return t('open.later', { day: t(`day.${next.span.day}`), time });
}

function sayOpenTill(voice: Voice, hours: readonly WeeklySpan[], now: LocalMoment): string {
  const span = hours.find(({ day, from, to }) => day === now.day && from <= now.time && now.time < to);
  const lasts =
    span?.to === '24:00' && hours.some(({ day, from }) => day === dayAfter(now.day, 1) && from === '00:00');
  if (!span || lasts) return voice.t('open.now');
  return voice.t('open.till', { time: sayClock(voice, span.to) });
}

/** The next span that begins after now, within a week. */
export function nextOpening(
  hours: readonly WeeklySpan[],
  now: LocalMoment,
): { span: WeeklySpan; inDays: number } | undefined {
  for (let inDays = 0; inDays <= 7; inDays++) {
    const day = dayAfter(now.day, inDays);
    const spans = hours.filter((span) => span.day === day && (inDays > 0 || span.from > now.time));
    const first = spans.sort((a, b) => (a.from < b.from ? -1 : 1))[0];
    if (first) return { span: first, inDays };
  }
  return undefined;
}

function dayAfter(day: Weekday, days: number): Weekday {
  return WEEK[(WEEK.indexOf(day) + days) % 7]!;
}

export interface DayGroup {
  days: Weekday[];
  ranges: [from: string, to: string][];
}

/** Days with the same hours belong together. */
export function groupDays(hours: readonly WeeklySpan[]): DayGroup[] {
  const groups = new Map<string, DayGroup>();
  for (const day of WEEK) {
    const spans = hours.filter((span) => span.day === day).sort((a, b) => (a.from < b.from ? -1 : 1));
    if (spans.length === 0) continue;
    const ranges = spans.map(({ from, to }): [string, string] => [from, to]);
    const group = groups.get(ranges.join()) ?? { days: [], ranges };
    group.days.push(day);
    groups.set(ranges.join(), group);
  }
  return [...groups.values()];
}

export function isInARow(days: readonly Weekday[]): boolean {
  return WEEK.indexOf(days.at(-1)!) - WEEK.indexOf(days[0]!) === days.length - 1;
}

/** "Every day", "Monday to Friday", "Tuesdays", "Mondays and Wednesdays". */
function sayDays(voice: Voice, days: readonly Weekday[]): string {
  const { t } = voice;
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length === 7) return t('days.every');
  if (isInARow(days) && days.length > 2)
    return t('days.range', { from: t(`day.${first}`), to: t(`day.${last}`) });
  return capital(
    sayList(
      voice,
      days.map((day) => t(`days.${day}`)),
    ),
  );
}

export function sayList({ language }: Pick<Voice, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
