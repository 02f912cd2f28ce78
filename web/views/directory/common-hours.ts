import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import { mergeSpans, overlaps } from '../../../core/schedule/weekly-spans.ts';
import type { OfferView } from '../../api/offers.ts';

/** When everything here whose hours are known is open at once; undefined where fewer than two say when. */
export function commonHours(offers: readonly OfferView[]): WeeklySpan[] | undefined {
  const weeks = offers.filter((offer) => offer.hoursKnown).map((offer) => offer.hours);
  const [first, ...others] = weeks;
  if (!first || others.length === 0) return undefined;
  return others.reduce((common, week) => overlaps(common, week), mergeSpans(first));
}
