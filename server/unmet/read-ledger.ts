import { firstMonthOf, monthOf, schoolYearOf } from '../../core/schedule/school-year.ts';
import { closeMonths } from '../../core/unmet/close-months.ts';
import { unmatchedNeeds } from '../../core/unmet/unmatched-needs.ts';
import type { UnmetEntry, UnmetNote } from '../../core/unmet/unmet-note.ts';
import type { Deps } from '../deps.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import { model } from '../store/collection.ts';
import { readSurveyWishes } from '../surveys/read-survey-wishes.ts';
import { type UnmetNoteRecord, unmetNotes } from './unmet-collections.ts';

export interface UnmetLedger {
  items: UnmetEntry[];
  total: number;
  /** The school year, by the calendar year in which it began. */
  year: number;
  /** Those that there is something of, the newest first; the present one always. */
  years: number[];
  threshold: number;
  /** The day of the count of the students. */
  countedOn: string;
}

/**
 * What was asked for and not found in a school year. Searches and referrals are told when their month has ended; needs
 * without a match are those of today, so they stand in the present year alone; what surveys found stands in the year
 * in which they were counted.
 */
export async function readLedger(
  { db, rules, clock }: Pick<Deps, 'db' | 'rules' | 'clock'>,
  asked: number | undefined,
): Promise<UnmetLedger> {
  const now = clock();
  const month = monthOf(now.toISOString());
  const present = schoolYearOf(month);
  const year = asked ?? present;
  const [notes, counts, wishes, months] = await Promise.all([
    readNotes(db, year, month),
    currentCounts(db, rules, now),
    readSurveyWishes(db, year),
    model<UnmetNoteRecord>(db, unmetNotes).distinct('month'),
  ]);
  const { threshold, countedOn } = counts;
  const noted = closeMonths({ notes, threshold, isOver: year < present });
  const unmatched = year === present ? unmatchedNeeds(counts, rules.taxonomy) : [];
  const items = [...noted, ...wishes, ...unmatched];
  const years = [...new Set([present, ...(months as string[]).map(schoolYearOf)])].sort((a, b) => b - a);
  return { items, total: items.length, year, years, threshold, countedOn };
}

/** Of months of the school year that have ended. */
async function readNotes(db: Deps['db'], year: number, month: string): Promise<UnmetNote[]> {
  const next = firstMonthOf(year + 1);
  return model<UnmetNoteRecord>(db, unmetNotes)
    .find({ month: { $gte: firstMonthOf(year), $lt: month < next ? month : next } }, { _id: 0 })
    .lean<UnmetNote[]>();
}
