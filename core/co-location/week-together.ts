import { minutesOf, weekdayIndex } from '../schedule/clock.ts';
import { WEEKDAYS, type WeeklySpan } from '../schedule/schedule.ts';
import { emptyWeek, minutesOfBitmap, setMinutes, type WeekBitmap } from '../schedule/week-bitmap.ts';
import { DAY_MINUTES, weeklySpan } from '../schedule/week-minutes.ts';

/** How many are there at once, over a week. */
export interface WeekTogether {
  /** Organizations that said when they are there, of `of`. */
  known: number;
  of: number;
  /** The most that are there at one time; 0 where nobody said. */
  most: number;
  /** When so many are there. */
  hours: WeeklySpan[];
  /** Every stretch in which somebody is there, within one day each, with how many are. */
  strip: (WeeklySpan & { there: number })[];
}

export interface TogetherOffer {
  organizationId: string;
  hours: readonly WeeklySpan[];
  hoursKnown: boolean;
}

/**
 * When organizations of one roof are there together. An organization is there while any of its services is open; who
 * did not say when is not counted, rather than taken to be closed.
 */
export function weekTogether(offers: readonly TogetherOffer[]): WeekTogether {
  const weeks = new Map<string, WeekBitmap>();
  for (const { organizationId, hours, hoursKnown } of offers) {
    if (!hoursKnown) continue;
    const week = weeks.get(organizationId) ?? emptyWeek();
    weeks.set(organizationId, week);
    for (const { day, from, to } of hours) {
      const midnight = weekdayIndex(day) * DAY_MINUTES;
      setMinutes(week, midnight + minutesOf(from), midnight + minutesOf(to));
    }
  }
  const strip = stripOf([...weeks.values()]);
  const most = strip.reduce((highest, { there }) => Math.max(highest, there), 0);
  const hours = strip.filter(({ there }) => there === most).map(({ day, from, to }) => ({ day, from, to }));
  const of = new Set(offers.map(({ organizationId }) => organizationId)).size;
  return { known: weeks.size, of, most, hours, strip };
}

/** Between two changes of anybody's the number is the same; `changes` has how many more are there from a minute on. */
function stripOf(weeks: readonly WeekBitmap[]): WeekTogether['strip'] {
  const changes = new Map<number, number>();
  const add = (minute: number, by: number) => changes.set(minute, (changes.get(minute) ?? 0) + by);
  for (const week of weeks) {
    const pairs = minutesOfBitmap(week);
    for (let at = 0; at < pairs.length; at += 2) {
      add(pairs[at]!, 1);
      add(pairs[at + 1]!, -1);
    }
  }
  const minutes = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
  // Midnight cuts: a stretch lies within one day.
  const cuts = new Set([...minutes.map(([minute]) => minute), ...WEEKDAYS.map((_, n) => n * DAY_MINUTES)]);
  const strip: WeekTogether['strip'] = [];
  let there = 0;
  let from = 0;
  for (const to of [...cuts, WEEKDAYS.length * DAY_MINUTES].sort((a, b) => a - b)) {
    if (there > 0 && to > from) strip.push({ ...weeklySpan(from, to), there });
    there += changes.get(to) ?? 0;
    from = to;
  }
  return strip;
}
