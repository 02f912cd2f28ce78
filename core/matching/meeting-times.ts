import { clockOf, isSchoolDay, minutesOf } from '../schedule/clock.ts';
import type { WeeklySpan } from '../schedule/schedule.ts';
import { mergeSpans, overlaps, spanMinutes } from '../schedule/weekly-spans.ts';

/** From this hour a stretch on a school day is an evening: the student comes from home, as at the weekend. */
const EVENING = '18:00';

/**
 * When a student can be at an offer, reduced to what travel needs to know.
 * `afternoons` begin before 18:00 on a school day: the student comes from school. The rest are `evenings`.
 */
export interface MeetingTimes {
  /** Hours or free times are not known: they are no limit but a question. */
  asked: boolean;
  afternoons: boolean;
  evenings: boolean;
  /** Latest minute of the day at which one may come in an afternoon and still stay long enough. */
  latestArrival: number;
}

/**
 * An empty list of free times means not known, and so do hours that are null. With hours alone, they tell
 * from where the student would come.
 */
export function meetingTimes(
  hours: readonly WeeklySpan[] | null,
  freeTimes: readonly WeeklySpan[],
  minimumMinutes: number,
): MeetingTimes {
  const asked = hours === null || freeTimes.length === 0;
  const stretches = asked ? mergeSpans(hours ?? []) : longEnough(overlaps(hours, freeTimes), minimumMinutes);
  const afternoons = stretches.filter(isAfternoon);
  return {
    asked,
    afternoons: afternoons.length > 0,
    evenings: afternoons.length < stretches.length,
    latestArrival: Math.max(-1, ...afternoons.map((span) => minutesOf(span.to) - minimumMinutes)),
  };
}

/**
 * The first stretch of the week in which the student is there long enough.
 * @param arrival minute of the day before which nobody comes in an afternoon; undefined: look at the evenings
 */
export function firstMeeting(
  hours: readonly WeeklySpan[],
  freeTimes: readonly WeeklySpan[],
  minimumMinutes: number,
  arrival: number | undefined,
): WeeklySpan | undefined {
  const stretches = longEnough(overlaps(hours, freeTimes), minimumMinutes);
  if (arrival === undefined) return stretches.find((span) => !isAfternoon(span));
  const met = stretches.find((span) => isAfternoon(span) && arrival <= minutesOf(span.to) - minimumMinutes);
  return met && { ...met, from: clockOf(Math.max(minutesOf(met.from), Math.ceil(arrival))) };
}

function longEnough(spans: readonly WeeklySpan[], minimumMinutes: number): WeeklySpan[] {
  return spans.filter((span) => spanMinutes(span) >= minimumMinutes);
}

function isAfternoon(span: WeeklySpan): boolean {
  return isSchoolDay(span.day) && span.from < EVENING;
}
