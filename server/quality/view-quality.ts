import type { QualityView } from '../../core/quality/quality-view.ts';
import { createTally, foundInAll } from '../../core/quality/tally.ts';
import type { Deps } from '../deps.ts';
import { readOfferState } from '../directory/offer-changes.ts';
import { readOwned } from './list-records.ts';
import { readCounts } from './quality-store.ts';
import type { Sight } from './sight.ts';

/** What the last count found, as far as somebody may hear of it. */
export async function viewQuality({ db }: Pick<Deps, 'db'>, sight: Sight): Promise<QualityView> {
  const [[last, before], { state }] = await Promise.all([readCounts(db), readOfferState(db, undefined)]);
  if (!last) return { countedAt: null, changedSince: false, sources: [], before: null };
  const head = { countedAt: last.at, changedSince: last.offerState !== state };
  if (typeof sight.of === 'object') {
    const tally = createTally();
    for (const record of await readOwned(db, sight)) tally.add(record);
    return { ...head, sources: tally.sources(), before: null };
  }
  return {
    ...head,
    sources: last[sight.of],
    before: before ? { at: before.at, found: foundInAll(before[sight.of]) } : null,
  };
}
