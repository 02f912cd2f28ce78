import { z } from 'zod';
import { SCALE } from './review-questions.ts';

/** A day of every year as "MM-DD". */
const YearDay = z.string().refine((day) => z.iso.date().safeParse(`2024-${day}`).success, {
  message: 'is no day of a year, as "08-14"',
});

/** Weeks without school, the first and the last day included; one that ends before it begins goes over New Year. */
export const Break = z.strictObject({ name: z.string().min(1), from: YearDay, to: YearDay });
export type Break = z.infer<typeof Break>;

/** Who is asked when, and what makes somebody look (data/reviews/rules.json). */
export const ReviewRules = z.strictObject({
  source: z.string(),
  /** Whom reviews are due for: students who have a plan, or every student. */
  whom: z.enum(['with-plan', 'everybody']),
  /** A month with fewer days of school has no review. */
  leastSchoolDays: z.int().min(1).max(20),
  breaks: z.array(Break),
  falling: z.strictObject({
    /** So many reviews in a row that were worse than the one before. */
    inARow: z.int().min(1).max(6),
    /** One answer that is so many faces lower than the time before. */
    drop: z
      .int()
      .min(1)
      .max(SCALE - 1),
    /** An answer that is as low as this, or lower. 0: none is low by itself. */
    low: z
      .int()
      .min(0)
      .max(SCALE - 1),
  }),
});
export type ReviewRules = z.infer<typeof ReviewRules>;
