import { localeOf } from './translate.ts';
import type { Voice } from './use-voice.tsx';

const DAY_MS = 86_400_000;

/** "today", "yesterday", "5 days ago", "3 months ago". */
export function sayAgo({ t, language }: Voice, date: string, now: Date): string | undefined {
  const then = Date.parse(date);
  if (Number.isNaN(then)) return undefined;
  const passed = (now.getTime() - then) / DAY_MS;
  // A day begins at midnight: at noon it is still today.
  const days = Math.max(0, date.length === 10 ? Math.floor(passed) : Math.round(passed));
  if (days === 0) return t('ago.today');
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' });
  if (days < 14) return relative.format(-days, 'day');
  if (days < 60) return relative.format(-Math.round(days / 7), 'week');
  return days < 700
    ? relative.format(-Math.round(days / 30.4), 'month')
    : relative.format(-Math.round(days / 365), 'year');
}

/** "March 4, 2026" */
export function sayDate({ language }: Pick<Voice, 'language'>, date: string): string {
  const at = new Date(date.length === 10 ? `${date}T12:00:00Z` : date);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(at);
}
