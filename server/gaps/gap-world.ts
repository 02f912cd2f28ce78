import type { Connection } from 'mongoose';
import type { SupplyOffer } from '../../core/access/supply-of.ts';
import type { Offer } from '../../core/directory/offer.ts';
import type { GapParams } from '../../core/gaps/gap.ts';
import type { GapOffer } from '../../core/gaps/nearest-offer.ts';
import type { StudentCounts } from '../../core/privacy/student-counts.ts';
import type { School } from '../../core/schools/school.ts';
import { offers } from '../directory/offer-collection.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import type { Rules } from '../rules.ts';
import { listSchools } from '../schools/school-store.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

/** Of whole offers a state would have too many to hold. */
type ReachedOffer = GapOffer & SupplyOffer;
const REACHED: Record<Exclude<keyof ReachedOffer, 'id'>, 1> = {
  serviceId: 1,
  confidentiality: 1,
  point: 1,
  terms: 1,
  placesMaximum: 1,
  placesFree: 1,
  placesShared: 1,
};

/** What the gaps of some terms are computed from. Of students it holds the count, and not one of them. */
export interface GapWorld {
  offers: ReachedOffer[];
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
    readReached(db, terms),
    listSchools(db),
    currentCounts(db, rules, now),
  ]);
  return { offers: offerList, schools, counts };
}

async function readReached(db: Connection, terms: readonly string[]): Promise<ReachedOffer[]> {
  const found = await model<Offer>(db, offers)
    .find({ termsAndAbove: { $in: terms } }, REACHED)
    .sort({ _id: 1 })
    .lean<Stored<ReachedOffer>[]>();
  return found.map((offer) => fromStored<ReachedOffer>(offer));
}

/** Offers of the terms and of everything below them, by id. */
export async function readOffersOf(db: Connection, terms: readonly string[]): Promise<Offer[]> {
  const found = await model<Offer>(db, offers)
    .find({ termsAndAbove: { $in: terms } }, { words: 0 })
    .sort({ _id: 1 })
    .lean<Stored<Offer>[]>();
  return found.map((offer) => fromStored<Offer>(offer));
}
