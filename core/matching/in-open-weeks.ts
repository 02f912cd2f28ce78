import type { Offer } from '../directory/offer.ts';
import { dayNumber, isoDate, mondayOf } from '../schedule/calendar-day.ts';
import type { Closure } from '../schedule/closure.ts';
import { type Horizon, type OpenWeeks, scheduleExpander } from '../schedule/expand-schedules.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { minutesOfBitmap } from '../schedule/week-bitmap.ts';
import { weeklySpans } from '../schedule/week-minutes.ts';
import type { MatchOffer } from './match-input.ts';

/**
 * The Monday after this day. What is left of the week is too near to be arranged, and an answer from Monday on stays
 * right until the next week begins.
 */
export function comingMonday(today: string): string {
  return isoDate(mondayOf(dayNumber(today)) + 7);
}

type Hours = Pick<MatchOffer, 'hours' | 'hoursKnown' | 'openWeeks'>;

/**
 * Offers with the hours of the coming weeks in the place of those of an ordinary week. An offer whose schedules are not
 * kept with it stays as it is.
 */
export function inOpenWeeks<T extends Hours & Pick<Offer, 'timetables' | 'closures'>>(
  offers: readonly T[],
  horizon: Horizon,
): (Omit<T, 'timetables' | 'closures'> & Hours)[] {
  const expand = scheduleExpander(horizon);
  const known = new Map<string, Hours>();
  return offers.map(({ timetables, closures = [], ...offer }) => {
    if (!timetables) return offer;
    const key = JSON.stringify([timetables, closures]);
    const hours = known.get(key) ?? hoursOf(timetables, closures, expand, horizon);
    known.set(key, hours);
    return { ...offer, ...hours };
  });
}

/**
 * The first that has a schedule in force in these weeks speaks, be it by opening in none of them, or in such a way that
 * nobody can say when. Where none is in force, but one says when it was, it is open never.
 */
function hoursOf(
  timetables: readonly (readonly Schedule[])[],
  closures: readonly Closure[],
  expand: (schedules: readonly Schedule[], closures: readonly Closure[]) => OpenWeeks,
  horizon: Horizon,
): Hours {
  const inForce = timetables.find((schedules) => schedules.some((schedule) => isInForce(schedule, horizon)));
  const first = expand(inForce ?? timetables.flat(), closures);
  if (!first.known) return { hours: [], hoursKnown: false };
  const patterns = first.bitmaps.map((week) => [...minutesOfBitmap(week)]);
  const hours = weeklySpans(patterns[mostFrequent(first.weeks)]!);
  if (patterns.length === 1) return { hours, hoursKnown: true };
  return { hours, hoursKnown: true, openWeeks: { from: horizon.from, weeks: first.weeks, patterns } };
}

function isInForce({ validFrom, validTo, dtstart, until }: Schedule, { from, weeks }: Horizon): boolean {
  const end = isoDate(dayNumber(from) + weeks * 7);
  return (
    [validTo, until].every((date = from) => date >= from) &&
    [validFrom, dtstart].every((date = from) => date < end)
  );
}

/** Of equally frequent ones the first. */
function mostFrequent(weeks: readonly number[]): number {
  const counts: number[] = [];
  for (const place of weeks) counts[place] = (counts[place] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

/** Somebody said when it is open, and in the coming weeks it never is. */
export function isNeverOpen({ hoursKnown, hours, openWeeks }: Hours): boolean {
  return hoursKnown && hours.length === 0 && openWeeks === undefined;
}
