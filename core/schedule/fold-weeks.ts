import { emptyWeek, setMinutes, WEEK_MINUTES, type WeekBitmap } from './week-bitmap.ts';

/** Minutes on the clocks of one zone, the last not included. */
export type Minutes = [from: number, to: number];

/** Stretches of time as weeks from a Monday's midnight on; equal weeks are kept once. */
export function foldWeeks(
  stretches: readonly Minutes[],
  start: number,
  count: number,
): { weeks: number[]; bitmaps: WeekBitmap[] } {
  const bitmaps: WeekBitmap[] = [];
  const places = new Map<string, number>();
  const weeks = cutWeeks(stretches, start, count).map((week) => {
    const key = week.join(' ');
    const place = places.get(key) ?? placeOf(bitmapOf(week), bitmaps);
    places.set(key, place);
    return place;
  });
  return { weeks, bitmaps };
}

function cutWeeks(stretches: readonly Minutes[], start: number, count: number): Minutes[][] {
  const weeks = Array.from({ length: count }, (): Minutes[] => []);
  for (const [from, to] of stretches) {
    const end = Math.min(to - start, count * WEEK_MINUTES);
    for (let at = Math.max(from - start, 0); at < end; ) {
      const week = Math.floor(at / WEEK_MINUTES);
      const stop = Math.min(end, (week + 1) * WEEK_MINUTES);
      weeks[week]!.push([at - week * WEEK_MINUTES, stop - week * WEEK_MINUTES]);
      at = stop;
    }
  }
  return weeks;
}

function bitmapOf(week: readonly Minutes[]): WeekBitmap {
  const bitmap = emptyWeek();
  for (const [from, to] of week) setMinutes(bitmap, from, to);
  return bitmap;
}

/** Where the week is kept; the same hours may have come in other pieces. */
function placeOf(week: WeekBitmap, bitmaps: WeekBitmap[]): number {
  const known = bitmaps.findIndex((other) => other.every((word, at) => word === week[at]));
  return known < 0 ? bitmaps.push(week) - 1 : known;
}
