import {
  type ClassBreaks,
  type ClassRule,
  classBreaks,
  classOf,
  type FifthClass,
} from '../../../core/gaps/classes.ts';
import { measureAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { allRows } from '../../../core/gaps/rows-by.ts';

/** What the map shows: the figure that was measured, or the minutes to the nearest. */
export const GAP_SHOWN = ['figure', 'minutes'] as const;
export type GapShown = (typeof GAP_SHOWN)[number];

/** Class 0 (worst, dark) to 4 (best, light), or why a place has none. */
export type GapClass = FifthClass | 'none' | 'hidden';
export const GAP_CLASSES: readonly GapClass[] = [0, 1, 2, 3, 4, 'none', 'hidden'];

/** Fixed, so that two maps side by side can be compared: fifths of the students. */
export const SHARE_BREAKS = [0.2, 0.4, 0.6, 0.8] as const;

/** Upper ends in minutes of the classes from best to worse: half the limit, the limit, one and a half, twice. */
export function minuteBreaks(limit: number): ClassBreaks {
  return [limit / 2, limit, limit * 1.5, limit * 2];
}

/** How the rows of a result fall into classes: by share, by minutes, or by the breaks of what was measured. */
export type Classing =
  | { by: 'share' }
  | { by: 'minutes'; limit: number }
  | { by: 'covered' }
  | { by: 'access'; breaks: ClassBreaks | undefined; better: 'more' | 'less' };

export function classingOf(result: GapResult, shown: GapShown, rule: ClassRule): Classing {
  const measure = measureAsked(result.params);
  if (shown === 'minutes') return { by: 'minutes', limit: result.params.minutes };
  if (!measure) return { by: 'share' };
  if (measure.method === 'coverage') return { by: 'covered' };
  const values = allRows(result).flatMap(({ access }) => access ?? []);
  return { by: 'access', breaks: classBreaks(values, rule), better: betterOf(measure.method) };
}

/** Minutes, and costs that count them, are better the less they are. */
export function betterOf(method: string): 'more' | 'less' {
  return method === 'nearest' || method === 'raam' ? 'less' : 'more';
}

export function gapClass(row: GapRow, classing: Classing): GapClass {
  switch (classing.by) {
    case 'minutes':
      return minutesClass(row.nearestMinutes, classing.limit);
    case 'share':
      if (row.share !== null) return shareClass(row.share);
      if (row.end !== null) return row.end === 'few' ? 0 : 4;
      return row.hidden ? 'hidden' : 'none';
    case 'covered':
      return row.access === undefined || row.access === null ? 'none' : row.access > 0 ? 4 : 0;
    case 'access':
      return accessClass(row, classing);
  }
}

/** Where nothing is within reach is the worst, whatever is measured; of what cannot be measured nothing is known. */
function accessClass(
  { access, outOfReach }: GapRow,
  { breaks, better }: Classing & { by: 'access' },
): GapClass {
  if (outOfReach) return 0;
  if (access === undefined || access === null || !breaks) return 'none';
  return classOf(access, breaks, better);
}

/** A share on a break belongs to the better class: 0.2 is "20 to 39 %". */
function shareClass(share: number): GapClass {
  return SHARE_BREAKS.filter((end) => share >= end).length as GapClass;
}

/** Minutes on a break belong to the better class: the limit itself is within the limit. */
function minutesClass(minutes: number | null, limit: number): GapClass {
  return minutes === null ? 'none' : classOf(minutes, minuteBreaks(limit), 'less');
}

export function countByClass(classes: Iterable<GapClass>): ReadonlyMap<GapClass, number> {
  const counts = new Map<GapClass, number>();
  for (const gapClass of classes) counts.set(gapClass, (counts.get(gapClass) ?? 0) + 1);
  return counts;
}
