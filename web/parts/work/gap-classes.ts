import type { GapRow } from '../../../core/gaps/gap.ts';

export const GAP_MEASURES = ['share', 'minutes'] as const;
export type GapMeasure = (typeof GAP_MEASURES)[number];

/** Class 0 (worst, dark) to 4 (best, light), or why a place has none. */
export type GapClass = 0 | 1 | 2 | 3 | 4 | 'none' | 'hidden';
export const GAP_CLASSES: readonly GapClass[] = [0, 1, 2, 3, 4, 'none', 'hidden'];

/** Fixed, so that two maps side by side can be compared: fifths of the students. */
export const SHARE_BREAKS = [0.2, 0.4, 0.6, 0.8] as const;

/** Upper ends in minutes of the classes from best to worse: half the limit, the limit, one and a half, twice. */
export function minuteBreaks(limit: number): [number, number, number, number] {
  return [limit / 2, limit, limit * 1.5, limit * 2];
}

export function gapClass(
  row: Pick<GapRow, 'share' | 'end' | 'nearestMinutes' | 'hidden'>,
  measure: GapMeasure,
  limit: number,
): GapClass {
  if (measure === 'minutes') return minutesClass(row.nearestMinutes, limit);
  if (row.share !== null) return shareClass(row.share);
  if (row.end !== null) return row.end === 'few' ? 0 : 4;
  return row.hidden ? 'hidden' : 'none';
}

/** A share on a break belongs to the better class: 0.2 is "20 to 39 %". */
function shareClass(share: number): GapClass {
  return SHARE_BREAKS.filter((end) => share >= end).length as GapClass;
}

/** Minutes on a break belong to the better class: the limit itself is within the limit. */
function minutesClass(minutes: number | null, limit: number): GapClass {
  if (minutes === null) return 'none';
  return (4 - minuteBreaks(limit).filter((end) => minutes > end).length) as GapClass;
}

export function countByClass(classes: Iterable<GapClass>): ReadonlyMap<GapClass, number> {
  const counts = new Map<GapClass, number>();
  for (const gapClass of classes) counts.set(gapClass, (counts.get(gapClass) ?? 0) + 1);
  return counts;
}
