import { type Tally, tellShare } from '../privacy/tell-share.ts';
import { roundMinutes } from '../travel/trip.ts';
import type { GapRow } from './gap.ts';
import type { Nearest } from './nearest-offer.ts';

export interface RowFacts {
  id: string;
  name?: string;
  nearest: Nearest | undefined;
  /** Undefined: how many students there are may not be told. */
  tally: Tally | undefined;
  /** Undefined: hidden. Null: not counted. */
  unmet: number | null | undefined;
}

export function tellRow({ id, name, nearest, tally, unmet }: RowFacts, threshold: number): GapRow {
  const isEmpty = tally?.students === 0;
  const share = tally && !isEmpty ? tellShare(tally, threshold) : { covered: null, share: null, end: null };
  return {
    id,
    ...(name !== undefined && { name }),
    students: tally?.students ?? null,
    ...(isEmpty ? { covered: 0, share: null, end: null } : share),
    unmet: unmet ?? null,
    nearestMinutes: nearest ? roundMinutes(nearest.minutes) : null,
    nearestOfferId: nearest?.offerId ?? null,
    hidden: tally === undefined || unmet === undefined || (!isEmpty && share.covered === null),
  };
}
