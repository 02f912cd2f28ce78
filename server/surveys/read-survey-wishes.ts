import type { Connection } from 'mongoose';
import { firstMonthOf } from '../../core/schedule/school-year.ts';
import { toldWishes } from '../../core/surveys/told-wishes.ts';
import type { UnmetEntry } from '../../core/unmet/unmet-note.ts';
import { type OfferRecord, offers } from '../directory/offer-collection.ts';
import { model, type Stored } from '../store/collection.ts';
import { type SurveyRecord, surveys } from './survey-collections.ts';

/** What surveys that were counted in a school year found to be needed, and nobody offers today. */
export async function readSurveyWishes(db: Connection, schoolYear: number): Promise<UnmetEntry[]> {
  const counted = await model<SurveyRecord>(db, surveys)
    .find({
      countedAt: { $gte: firstMonthOf(schoolYear), $lt: firstMonthOf(schoolYear + 1) },
      results: { $exists: true },
    })
    .sort({ countedAt: 1, _id: 1 })
    .lean<Required<Pick<Stored<SurveyRecord>, 'questions' | 'results' | 'countedAt'>>[]>();
  if (counted.length === 0) return [];
  const offered = new Set(await model<OfferRecord>(db, offers).distinct('termsAndAbove'));
  return counted.flatMap((survey) => toldWishes(survey, (term) => offered.has(term)));
}
