import { dayNumber, isoDate } from '../schedule/calendar-day.ts';
import { WEEKDAYS, type WeeklySpan } from '../schedule/schedule.ts';
import { DAY_MINUTES, eachOverlap, type WeekMinutes, weeklySpan } from '../schedule/week-minutes.ts';
import type { MatchingRules } from './match.ts';
import type { Timetable } from './timetable.ts';

/** From this hour a stretch on a school day is an evening: the student comes from home, as at the weekend. */
const EVENING = 18 * 60;
const SATURDAY = 5 * DAY_MINUTES;

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

const WHOLE_WEEK: WeekMinutes = Int32Array.from(
  WEEKDAYS.flatMap((_, day) => [day * DAY_MINUTES, (day + 1) * DAY_MINUTES]),
);

/**
 * Over all weeks that the hours have. No free times means not known, and so do hours that are null. With hours alone,
 * they tell from where the student would come.
 * @param usualMinutes how long one must be able to stay where the offer does not say how long a session is
 */
export function meetingTimes(
  hours: Timetable | null,
  freeTimes: WeekMinutes,
  usualMinutes: number,
): MeetingTimes {
  const asked = hours === null || freeTimes.length === 0;
  const times = { asked, afternoons: false, evenings: false, latestArrival: -1 };
  const session = hours?.sessionMinutes ?? usualMinutes;
  for (const pattern of hours?.patterns ?? []) {
    eachOverlap(pattern, asked ? WHOLE_WEEK : freeTimes, (from, to) => {
      if (!asked && to - from < session) return;
      if (!isAfternoon(from)) times.evenings = true;
      else {
        times.afternoons = true;
        times.latestArrival = Math.max(times.latestArrival, latestIn(to, session));
      }
    });
  }
  return times;
}

/** When a student can be there. */
export interface Meeting {
  span: WeeklySpan;
  /** Absent: every week, or nearly. Else in how many of the weeks there is any meeting, and the date of the first. */
  some?: { count: number; weeks: number; next: string };
}

/**
 * The first stretch of the week in which the student is there long enough, in a large enough share of the weeks. If no
 * stretch is in so many: the first of the first week that has one.
 * @param arrival minute of the day before which nobody comes in an afternoon; undefined: look at the evenings
 */
export function firstMeeting(
  { patterns, weeks, from = '', sessionMinutes }: Timetable,
  freeTimes: WeekMinutes,
  { minimumOverlapMinutes, weeklyShare }: Pick<MatchingRules, 'minimumOverlapMinutes' | 'weeklyShare'>,
  arrival: number | undefined,
): Meeting | undefined {
  const session = sessionMinutes ?? minimumOverlapMinutes;
  const met = patterns.map((pattern) => meetingsIn(pattern, freeTimes, session, arrival));
  const weekly = met
    .flat()
    .sort((a, b) => a.from - b.from)
    .find((one) => countWeeks(weeks, met, (other) => contains(other, one)) >= weeklyShare * weeks.length);
  if (weekly) return { span: weeklySpan(weekly.from, weekly.to) };
  const week = weeks.findIndex((place) => met[place]!.length > 0);
  const first = week < 0 ? undefined : met[weeks[week]!]![0];
  if (!first) return undefined;
  const next = isoDate(dayNumber(from) + 7 * week + Math.floor(first.from / DAY_MINUTES));
  const count = countWeeks(weeks, met, () => true);
  return { span: weeklySpan(first.from, first.to), some: { count, weeks: weeks.length, next } };
}

interface Minutes {
  from: number;
  to: number;
}

function meetingsIn(
  pattern: WeekMinutes,
  freeTimes: WeekMinutes,
  session: number,
  arrival: number | undefined,
): Minutes[] {
  const met: Minutes[] = [];
  eachOverlap(pattern, freeTimes, (from, to) => {
    if (to - from < session || isAfternoon(from) !== (arrival !== undefined)) return;
    if (arrival !== undefined && arrival > latestIn(to, session)) return;
    const midnight = Math.floor(from / DAY_MINUTES) * DAY_MINUTES;
    met.push({ from: Math.max(from, midnight + Math.ceil(arrival ?? 0)), to });
  });
  return met;
}

function countWeeks(
  weeks: readonly number[],
  met: readonly (readonly Minutes[])[],
  counts: (meeting: Minutes) => boolean,
): number {
  return weeks.filter((place) => met[place]!.some(counts)).length;
}

function contains(outer: Minutes, inner: Minutes): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function isAfternoon(from: number): boolean {
  return from < SATURDAY && from % DAY_MINUTES < EVENING;
}

/** Latest minute of the day to come in a stretch that ends at `to`, at most 24:00. */
function latestIn(to: number, session: number): number {
  return ((to - 1) % DAY_MINUTES) + 1 - session;
}
