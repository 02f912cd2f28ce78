import type { SitingPlace } from '../../../core/where-next/siting-outcome.ts';
import { AREA_COLORS } from '../../map/palette.ts';

/** How a place stands with a proposal, from worst to best. */
export const REACH_CLASSES = ['not', 'newly', 'before'] as const;
export type ReachClass = (typeof REACH_CLASSES)[number];

export const REACH_COLORS: Record<ReachClass, string> = {
  not: AREA_COLORS[0],
  newly: AREA_COLORS[2],
  before: AREA_COLORS[4],
};

/** Of several kinds of help the worst counts, so that nothing looks better than it is; one newly reached shows. */
export function reachClass({ byTerm }: Pick<SitingPlace, 'byTerm'>, limit: number): ReachClass {
  const within = (minutes: number | null) => minutes !== null && minutes <= limit;
  const told = byTerm.filter((part) => part !== null);
  if (told.some(({ before, after }) => !within(before) && within(after))) return 'newly';
  return told.every(({ before }) => within(before)) ? 'before' : 'not';
}
