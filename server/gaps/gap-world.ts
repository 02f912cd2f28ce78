import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import type { GapParams } from '../../core/gaps/gap.ts';
import type { StudentCounts } from '../../core/privacy/student-counts.ts';
import type { School } from '../../core/schools/school.ts';
import { offers } from '../directory/offer-collection.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

/** What the gaps of some terms are computed from. Of students it holds the count, and not one of them. */
export interface GapWorld {
  offers: Offer[];
  schools: School[];
  counts: StudentCounts;
}

export async function loadGapWorld(
  db: Connection,
  rules: Rules,
  { terms }: GapParams,
  now: Date,
): Promise<GapWorld> {
  const [offerList, schools, counts] = await Promise.all([
    readOffersOf(db, terms),
    listSchools(db),
    currentCounts(db, rules, now),
  ]);
  return { offers: offerList, schools, counts };
}

/** Offers of the terms and of everything below them, by id. */
export async function readOffersOf(db: Connection, terms: readonly string[]): Promise<Offer[]> {
  const found = await model<Offer>(db, offers)
    .find({ termsAndAbove: { $in: terms } }, { words: 0 })
    .sort({ _id: 1 })
    .lean<Stored<Offer>[]>();
  return found.map((offer) => fromStored<Offer>(offer));
}
