import { z } from 'zod';
import { SourceRef } from '../directory/source.ts';
import { WeeklySpan } from '../schedule/schedule.ts';
import { TravelMode } from '../travel/travel.ts';

export const Urgency = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Urgency = z.infer<typeof Urgency>;

/** What a student needs: 1 would help, 2 important, 3 urgent. */
export const Need = z.object({
  term: z.string(),
  urgency: Urgency,
  source: z.string().optional(),
  since: z.iso.date().optional(),
});
export type Need = z.infer<typeof Need>;

/** What a student loves: strength 1 likes it, 2 a lot, 3 a passion. */
export const Interest = z.object({ term: z.string(), strength: Urgency });
export type Interest = z.infer<typeof Interest>;

/**
 * The facts of a student, by which matching and gaps go: no name (student-identity.ts), no address; the home only as an
 * H3 cell.
 */
export const Student = z.object({
  id: z.string(),
  source: SourceRef,
  districtId: z.string(),
  schoolId: z.string(),
  /** The district's own student number, shown to people who work with the student. */
  localId: z.string().min(1).max(100),
  grade: z.int().min(-1).max(12),
  /** "YYYY-MM" */
  birthMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  languages: z.array(z.string()).default([]),
  needs: z.array(Need).default([]),
  interests: z.array(Interest).default([]),
  /** When the student can take part. Empty: not known, so hours are no limit but a question. */
  freeTimes: z.array(WeeklySpan).default([]),
  travelModes: z.array(TravelMode).default(['walk', 'bus']),
  /** H3 cell index of the home at the district's resolution. */
  homeCell: z.string().optional(),
  demo: z.boolean().default(false),
  /** When a roster showed that the student has left; absent for who is at the school. */
  leftAt: z.iso.datetime().optional(),
});
export type Student = z.infer<typeof Student>;
