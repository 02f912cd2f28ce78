import { type WeekMinutes, weekMinutes } from '../schedule/week-minutes.ts';
import type { MatchOffer } from './match-input.ts';

/** When an offer is open, week by week, and how long one comes for. */
export interface Timetable {
  /** Distinct weeks. */
  patterns: readonly WeekMinutes[];
  /** Per week of the horizon the place of its pattern; one week where all are alike. */
  weeks: readonly number[];
  /** Monday of the first week, where they differ. */
  from?: string;
  /** Of a session, where it is said. */
  sessionMinutes?: number;
}

/** Null where nobody knows when it is open. */
export function timetableOf({ hours, hoursKnown, openWeeks, sessionMinutes }: MatchOffer): Timetable | null {
  if (!hoursKnown) return null;
  const session = sessionMinutes === undefined ? {} : { sessionMinutes };
  if (!openWeeks) return { patterns: [weekMinutes(hours)], weeks: [0], ...session };
  const { from, weeks, patterns } = openWeeks;
  return { patterns: patterns.map((minutes) => Int32Array.from(minutes)), weeks, from, ...session };
}
