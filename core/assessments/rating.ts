import { z } from 'zod';
import type { Words } from '../surveys/words.ts';
import { FigureKind, Level, QuestionId } from './framework.ts';

/** The school year by the calendar year in which it began. */
export const SchoolYear = z.int().min(2000).max(2200);

/** How somebody rates a question, with what shows it. Without a level the rating is taken back. */
export const RatingGiven = z.strictObject({
  year: SchoolYear,
  question: QuestionId,
  level: Level.nullable(),
  evidence: z.string().trim().max(2000),
  /** Live figures that show it, too. */
  figures: z.array(FigureKind).max(4),
});
export type RatingGiven = z.infer<typeof RatingGiven>;

/** One rating. It is never changed: the one with the highest number holds. */
export interface Rating extends RatingGiven {
  /** Counts up from 1 within place, year and question. */
  number: number;
  /** The question's group and words on that day. */
  group: string;
  asked: Words;
}

/** The rating that holds of each question, by question. */
export function newestRatings<R extends Pick<Rating, 'question' | 'number'>>(
  ratings: readonly R[],
): Map<string, R> {
  const newest = new Map<string, R>();
  for (const rating of ratings) {
    const known = newest.get(rating.question);
    if (!known || known.number < rating.number) newest.set(rating.question, rating);
  }
  return newest;
}
