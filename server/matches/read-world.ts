import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import { comingMonday, inOpenWeeks } from '../../core/matching/in-open-weeks.ts';
import { type PreparedMatching, prepareMatching } from '../../core/matching/prepare-matching.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { offers } from '../directory/offer-collection.ts';
import { schools } from '../schools/school-collection.ts';
import { readDistrict } from '../settings/district-store.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

/** The directory and the schools as matching reads them, laid out once. */
export interface ReadWorld {
  offers: ReturnType<typeof inOpenWeeks<Offer>>;
  schools: School[];
  prepared: PreparedMatching;
}

export async function readWorld(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  today: string,
): Promise<ReadWorld> {
  const [stored, schoolList, district] = await Promise.all([
    readOffers(db),
    readSchools(db),
    readDistrict(db),
  ]);
  const { taxonomy, matching, travel } = rules;
  const offerList = inOpenWeeks(stored, {
    timezone: district?.timezone ?? 'UTC',
    from: comingMonday(today),
    weeks: matching.horizonWeeks,
  });
  const input = { offers: offerList, schools: schoolList, taxonomy, rules: matching, travel, today };
  return { offers: offerList, schools: schoolList, prepared: prepareMatching(input) };
}

/** Sorted by id, so that the order in which MongoDB answers decides nothing. */
async function readOffers(db: Connection): Promise<Offer[]> {
  const found = await model<Offer>(db, offers)
    .find({}, { words: 0 })
    .sort({ _id: 1 })
    .lean<Stored<Offer>[]>();
  return found.map((offer) => fromStored<Offer>(offer));
}

async function readSchools(db: Connection): Promise<School[]> {
  const found = await model<School>(db, schools).find().sort({ _id: 1 }).lean<Stored<School>[]>();
  return found.map((school) => fromStored<School>(school));
}
