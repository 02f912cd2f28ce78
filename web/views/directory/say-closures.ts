import type { Closure } from '../../../core/schedule/closure.ts';
import type { ClosureTexts } from '../../text/closures-en.ts';
import { sayClockRange } from '../../text/say-time.ts';
import { localeOf, type Translate } from '../../text/translate.ts';
import type { Voice } from '../../text/use-voice.tsx';

/** More than these would hide the ordinary week. */
const MOST = 5;

/**
 * What is still to come of the days with other hours, the next first: "Closed Dec 24 – Jan 2".
 * @param today ISO date at the place of the reader
 */
export function sayClosures(
  voice: Voice,
  t: Translate<ClosureTexts>,
  closures: readonly Closure[],
  today: string,
): string[] {
  const coming = closures.filter(({ to }) => to >= today).sort((a, b) => (a.from < b.from ? -1 : 1));
  return coming.slice(0, MOST).map(({ from, to, closed, opensAt, closesAt }) => {
    const days = sayDays(voice, from, to, today);
    if (closed || !opensAt || !closesAt) return t('closed', { days });
    return t('otherHours', { days, times: sayClockRange(voice, opensAt, closesAt) });
  });
}

/** The year is said where it is not the reader's or the next. */
function sayDays({ language }: Pick<Voice, 'language'>, from: string, to: string, today: string): string {
  const isFar = Number(to.slice(0, 4)) - Number(today.slice(0, 4)) > 1;
  const dates = new Intl.DateTimeFormat(localeOf(language), {
    month: 'short',
    day: 'numeric',
    ...(isFar && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  return from === to ? dates.format(Date.parse(from)) : sayRange(dates, from, to, isFar);
}

/** Two dates rather than a range of Intl, which adds the years as soon as they differ. */
function sayRange(dates: Intl.DateTimeFormat, from: string, to: string, isFar: boolean): string {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const inOneYear = from.slice(0, 4) === to.slice(0, 4);
  return inOneYear || isFar
    ? dates.formatRange(first, last)
    : `${dates.format(first)} – ${dates.format(last)}`;
}
