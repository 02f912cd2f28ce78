import type { SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type { PlaceTerm, SitingPlace } from '../../../core/where-next/siting-outcome.ts';
import { AREA_COLORS } from '../../map/palette.ts';

/** How a place stands with a proposal, from worst to best. */
export const REACH_CLASSES = ['not', 'full', 'newly', 'before'] as const;
export type ReachClass = (typeof REACH_CLASSES)[number];

export const REACH_COLORS: Record<ReachClass, string> = {
  not: AREA_COLORS[0],
  full: AREA_COLORS[1],
  newly: AREA_COLORS[2],
  before: AREA_COLORS[4],
};

/** The classes that an answer can have: without room for so many, nobody is left without. */
export function reachClassesOf({ capacity }: Pick<SitingAsk, 'capacity'>): ReachClass[] {
  return REACH_CLASSES.filter((reach) => reach !== 'full' || capacity !== undefined);
}

/** Of several kinds of help the worst counts, so that nothing looks better than it is; one newly reached shows. */
export function reachClass({ byTerm }: Pick<SitingPlace, 'byTerm'>, limit: number): ReachClass {
  const within = (minutes: number | null) => minutes !== null && minutes <= limit;
  const told = byTerm.filter((part) => part !== null);
  if (told.some((part) => within(part.after) && isShort(part, part.placedAfter))) return 'full';
  const isInTime = (part: PlaceTerm) => within(part.before) && !isShort(part, part.placedBefore);
  if (told.some((part) => !isInTime(part) && within(part.after))) return 'newly';
  return told.every(isInTime) ? 'before' : 'not';
}

/** Fewer have a place in time than there are; by halves, because counts are whole. */
function isShort({ people }: PlaceTerm, placed = people): boolean {
  return placed < people - 0.5;
}
