import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { assessmentRatings, type RatingRecord } from './assessment-collections.ts';

/** A rating as figures are worked out from it. */
export type RatedLevel = Pick<RatingRecord, 'placeId' | 'year' | 'question' | 'number' | 'level'>;

const LEVELS = { _id: 0, placeId: 1, year: 1, question: 1, number: 1, level: 1 } as const;

/** All ratings of these places in a year, in the order in which they were made. */
export async function ratingsOf(
  db: Connection,
  placeIds: readonly string[],
  year: number,
): Promise<RatingRecord[]> {
  const found = await ratingsIn(db)
    .find({ placeId: { $in: [...placeIds] }, year })
    .lean<Stored<RatingRecord>[]>();
  return found.map((rating) => fromStored<RatingRecord>(rating)).sort((a, b) => a.number - b.number);
}

/** How questions of these places were rated, in all years or in one. */
export async function levelsIn(
  db: Connection,
  placeIds: readonly string[],
  year?: number,
): Promise<RatedLevel[]> {
  const when = year === undefined ? {} : { year };
  return ratingsIn(db)
    .find({ placeId: { $in: [...placeIds] }, ...when }, LEVELS)
    .lean<RatedLevel[]>();
}

/** The years in which something was rated at these places. */
export async function knownYears(db: Connection, placeIds: readonly string[]): Promise<number[]> {
  return (await ratingsIn(db).distinct('year', { placeId: { $in: [...placeIds] } })) as number[];
}

/** The number of the newest rating of a question; 0 where there is none. */
export async function newestNumber(
  db: Connection,
  { placeId, year, question }: Pick<RatingRecord, 'placeId' | 'year' | 'question'>,
): Promise<number> {
  const numbers = await ratingsIn(db).find({ placeId, year, question }, LEVELS).lean<RatedLevel[]>();
  return Math.max(0, ...numbers.map(({ number }) => number));
}

/** Whether it was saved: false where somebody else has made this one before. */
export async function saveRating(db: Connection, rating: Omit<RatingRecord, 'id'>): Promise<boolean> {
  const id = [rating.placeId, rating.year, rating.question, rating.number].join(' ');
  return insertOnce(ratingsIn(db), toStored<RatingRecord>({ ...rating, id }));
}

const ratingsIn = (db: Connection) => model<RatingRecord>(db, assessmentRatings);
