import { DAY_MINUTES, type WeekMinutes } from './week-minutes.ts';

export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** One bit a minute of a week, Monday 00:00 first: 315 words of 32. Set: open. */
export type WeekBitmap = Uint32Array;

export function emptyWeek(): WeekBitmap {
  return new Uint32Array(WEEK_MINUTES / 32);
}

/** Sets the minutes from `from` up to, and without, `to`. */
export function setMinutes(week: WeekBitmap, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const word = at >> 5;
    const end = Math.min(to, (word + 1) << 5);
    const count = end - at;
    week[word] = week[word]! | (count === 32 ? -1 : ((1 << count) - 1) << (at & 31));
    at = end;
  }
}

export function isSet(week: WeekBitmap, minute: number): boolean {
  return ((week[minute >> 5]! >>> (minute & 31)) & 1) === 1;
}

/** Its stretches, cut at midnight. */
export function minutesOfBitmap(week: WeekBitmap): WeekMinutes {
  const pairs: number[] = [];
  let from = -1;
  for (let at = 0; at <= WEEK_MINUTES; ) {
    if ((at & 31) === 0 && at < WEEK_MINUTES && from < 0 && week[at >> 5] === 0) {
      at += 32;
      continue;
    }
    const is = at < WEEK_MINUTES && isSet(week, at);
    if (from >= 0 && (!is || at % DAY_MINUTES === 0)) {
      pairs.push(from, at);
      from = -1;
    }
    if (is && from < 0) from = at;
    at++;
  }
  return Int32Array.from(pairs);
}
