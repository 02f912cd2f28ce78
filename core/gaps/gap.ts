import { z } from 'zod';
import { TravelMode } from '../travel/travel.ts';

export const GapParams = z.object({
  /** Terms of the taxonomy; everything below each counts. */
  terms: z.array(z.string()).min(1).max(50),
  minutes: z.number().min(1).max(240),
  mode: TravelMode,
  /** Who is counted: students with a need of these terms, or all students. */
  demand: z.enum(['need', 'all']).default('all'),
});
export type GapParams = z.infer<typeof GapParams>;

/** One school or hexagon. A figure that is null with `hidden` is about fewer than 10 students, or follows from one. */
export const GapRow = z.object({
  /** School id or H3 cell. */
  id: z.string(),
  name: z.string().optional(),
  students: z.int().min(0).nullable(),
  covered: z.int().min(0).nullable(),
  /** covered / students, 0 to 1, null where hidden or nobody is there ("no data", never zero). */
  share: z.number().min(0).max(1).nullable(),
  /** Needs of the terms for which the newest matching found nothing. Null before any matching, or hidden. */
  unmet: z.int().min(0).nullable(),
  /** From the school or the cell's centre to the nearest offer, whatever the limit. Null: there is none. */
  nearestMinutes: z.number().nullable(),
  nearestOfferId: z.string().nullable(),
  hidden: z.boolean(),
});
export type GapRow = z.infer<typeof GapRow>;

export const GapResult = z.object({
  params: GapParams,
  total: GapRow,
  bySchool: z.array(GapRow),
  byCell: z.array(GapRow),
  offers: z.int().min(0),
});
export type GapResult = z.infer<typeof GapResult>;
