import { z } from 'zod';
import { SourceRef } from '../directory/source.ts';
import { Point } from '../geo/point.ts';

export const LOCALES = ['city', 'suburb', 'town', 'rural'] as const;

export const School = z.object({
  id: z.string(),
  source: SourceRef,
  districtId: z.string(),
  name: z.string().min(1).max(300),
  /** NCES school id (12 digits) where there is one. */
  ncesId: z.string().optional(),
  point: Point.optional(),
  address: z.string().optional(),
  city: z.string().optional(),
  county: z.string().optional(),
  stateProvince: z.string().optional(),
  postalCode: z.string().optional(),
  phone: z.string().optional(),
  /** -1 pre-kindergarten, 0 kindergarten, 1 to 12. */
  lowestGrade: z.int().min(-1).max(12).optional(),
  highestGrade: z.int().min(-1).max(12).optional(),
  enrollment: z.int().min(0).optional(),
  locale: z.enum(LOCALES).optional(),
  /** Local time when the school day begins, "HH:MM". */
  dayStartsAt: z.string().optional(),
  /** Local time when the school day ends, "HH:MM". */
  dayEndsAt: z.string().optional(),
  demo: z.boolean().default(false),
});
export type School = z.infer<typeof School>;
