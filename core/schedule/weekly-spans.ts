import { minutesOf, weekdayIndex } from './clock.ts';
import type { ClockTime, Weekday, WeeklySpan } from './schedule.ts';

/*
 * A week is a list of spans within one day each. Times are compared as texts: "HH:MM" sorts like the time it
 * names. A stretch over midnight is two spans, and stays two: nothing here joins days.
 */

/** The same time as sorted spans that neither overlap nor touch; empty spans are dropped. */
export function mergeSpans(spans: readonly WeeklySpan[]): WeeklySpan[] {
  const merged: WeeklySpan[] = [];
  for (const span of [...spans].filter(isStretch).sort(byTime)) {
    const last = merged.at(-1);
    if (last && last.day === span.day && span.from <= last.to) {
      if (span.to > last.to) last.to = span.to;
    } else merged.push({ day: span.day, from: span.from, to: span.to });
  }
  return merged;
}

/** The time that lies in both weeks, merged. */
export function overlaps(a: readonly WeeklySpan[], b: readonly WeeklySpan[]): WeeklySpan[] {
  const others = mergeSpans(b);
  return mergeSpans(a).flatMap((span) =>
    others
      .filter((other) => other.day === span.day && other.from < span.to && span.from < other.to)
      .map((other) => ({
        day: span.day,
        from: later(span.from, other.from),
        to: earlier(span.to, other.to),
      })),
  );
}

/** Minutes a week that lie in both. */
export function overlapMinutes(a: readonly WeeklySpan[], b: readonly WeeklySpan[]): number {
  return overlaps(a, b).reduce((sum, span) => sum + spanMinutes(span), 0);
}

/** Length of one span in minutes. */
export function spanMinutes(span: WeeklySpan): number {
  return minutesOf(span.to) - minutesOf(span.from);
}

/** Whether a moment of the week lies in the hours: the first minute belongs to a span, the last does not. */
export function openAt(hours: readonly WeeklySpan[], day: Weekday, time: ClockTime): boolean {
  return hours.some((span) => span.day === day && span.from <= time && time < span.to);
}

function byTime(a: WeeklySpan, b: WeeklySpan): number {
  return weekdayIndex(a.day) - weekdayIndex(b.day) || minutesOf(a.from) - minutesOf(b.from);
}

function isStretch(span: WeeklySpan): boolean {
  return span.from < span.to;
}

function later(a: ClockTime, b: ClockTime): ClockTime {
  return a > b ? a : b;
}

function earlier(a: ClockTime, b: ClockTime): ClockTime {
  return a < b ? a : b;
}
