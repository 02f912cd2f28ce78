import { clockOf } from '../schedule/clock.ts';
import { WEEKDAYS, type WeeklySpan } from '../schedule/schedule.ts';
import { DAY_MINUTES, eachOverlap, type WeekMinutes } from '../schedule/week-minutes.ts';

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

const NO_HOURS: WeekMinutes = new Int32Array();
const WHOLE_WEEK: WeekMinutes = Int32Array.from(
  WEEKDAYS.flatMap((_, day) => [day * DAY_MINUTES, (day + 1) * DAY_MINUTES]),
);

/**
 * No free times means not known, and so do hours that are null. With hours alone, they tell from where the
 * student would come.
 */
export function meetingTimes(
  hours: WeekMinutes | null,
  freeTimes: WeekMinutes,
  minimumMinutes: number,
): MeetingTimes {
  const asked = hours === null || freeTimes.length === 0;
  const times = { asked, afternoons: false, evenings: false, latestArrival: -1 };
  eachOverlap(hours ?? NO_HOURS, asked ? WHOLE_WEEK : freeTimes, (from, to) => {
    if (!asked && to - from < minimumMinutes) return;
    if (!isAfternoon(from)) times.evenings = true;
    else {
      times.afternoons = true;
      times.latestArrival = Math.max(times.latestArrival, latestIn(to, minimumMinutes));
    }
  });
  return times;
}

/**
 * The first stretch of the week in which the student is there long enough.
 * @param arrival minute of the day before which nobody comes in an afternoon; undefined: look at the evenings
 */
export function firstMeeting(
  hours: WeekMinutes,
  freeTimes: WeekMinutes,
  minimumMinutes: number,
  arrival: number | undefined,
): WeeklySpan | undefined {
  let met: WeeklySpan | undefined;
  eachOverlap(hours, freeTimes, (from, to) => {
    if (met || to - from < minimumMinutes || isAfternoon(from) !== (arrival !== undefined)) return;
    if (arrival !== undefined && arrival > latestIn(to, minimumMinutes)) return;
    const midnight = Math.floor(from / DAY_MINUTES) * DAY_MINUTES;
    const begin = Math.max(from - midnight, Math.ceil(arrival ?? 0));
    met = { day: WEEKDAYS[midnight / DAY_MINUTES]!, from: clockOf(begin), to: clockOf(to - midnight) };
  });
  return met;
}

function isAfternoon(from: number): boolean {
  return from < SATURDAY && from % DAY_MINUTES < EVENING;
}

/** Latest minute of the day to come in a stretch that ends at `to`, at most 24:00. */
function latestIn(to: number, minimumMinutes: number): number {
  return ((to - 1) % DAY_MINUTES) + 1 - minimumMinutes;
}
