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
  /** Before a school day, where its beginning is known: the student comes from home, and must be at school in time. */
  mornings: boolean;
  /** Minutes that the way to school may take after the earliest session of a morning. */
  longestWay: number;
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
  dayStartsAt?: number,
): MeetingTimes {
  const asked = hours === null || freeTimes.length === 0;
  const times = {
    asked,
    afternoons: false,
    evenings: false,
    mornings: false,
    longestWay: -1,
    latestArrival: -1,
  };
  const session = hours?.sessionMinutes ?? usualMinutes;
  for (const pattern of hours?.patterns ?? []) {
    eachOverlap(pattern, asked ? WHOLE_WEEK : freeTimes, (from, to) => {
      const morning = morningOf(from, to, dayStartsAt);
      if (morning && (asked || morning.to - from >= session)) {
        times.mornings = true;
        times.longestWay = Math.max(times.longestWay, morning.starts - from - session);
      }
      if (morning?.to === to || (!asked && to - from < session)) return;
      if (!isAfternoon(from)) times.evenings = true;
      else {
        times.afternoons = true;
        times.latestArrival = Math.max(times.latestArrival, latestIn(to, session));
      }
    });
  }
  return times;
}

/** How a student comes, in minutes of the day. */
export interface Coming {
  /** From school: not before this. Undefined: from home. */
  arrival?: number;
  dayStartsAt?: number | undefined;
  /** From home in a morning: to be at school in time. */
  leaveBy?: number | undefined;
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
 */
export function firstMeeting(
  { patterns, weeks, from = '', sessionMinutes }: Timetable,
  freeTimes: WeekMinutes,
  { minimumOverlapMinutes, weeklyShare }: Pick<MatchingRules, 'minimumOverlapMinutes' | 'weeklyShare'>,
  coming: Coming,
): Meeting | undefined {
  const session = sessionMinutes ?? minimumOverlapMinutes;
  const met = patterns.map((pattern) => meetingsIn(pattern, freeTimes, session, coming));
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
  { arrival, dayStartsAt, leaveBy = 0 }: Coming,
): Minutes[] {
  const met: Minutes[] = [];
  eachOverlap(pattern, freeTimes, (from, to) => {
    const morning = morningOf(from, to, dayStartsAt);
    if (morning && arrival === undefined) {
      const end = Math.min(morning.to, Math.floor(morning.starts - (dayStartsAt ?? 0) + leaveBy));
      if (end - from >= session) met.push({ from, to: end });
    }
    if (morning?.to === to || to - from < session || isAfternoon(from) !== (arrival !== undefined)) return;
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

/** The part of a stretch that lies before school on a school day; `starts` is when school does. */
function morningOf(
  from: number,
  to: number,
  dayStartsAt: number | undefined,
): { to: number; starts: number } | undefined {
  if (dayStartsAt === undefined || from >= SATURDAY || from % DAY_MINUTES >= dayStartsAt) return undefined;
  const starts = from - (from % DAY_MINUTES) + dayStartsAt;
  return { to: Math.min(to, starts), starts };
}

function isAfternoon(from: number): boolean {
  return from < SATURDAY && from % DAY_MINUTES < EVENING;
}

/** Latest minute of the day to come in a stretch that ends at `to`, at most 24:00. */
function latestIn(to: number, session: number): number {
  return ((to - 1) % DAY_MINUTES) + 1 - session;
}
