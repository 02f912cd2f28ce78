import { z } from 'zod';

/** As student information systems keep it: F, M, X. */
export const GENDERS = ['female', 'male', 'nonbinary'] as const;
export const Gender = z.enum(GENDERS);
export type Gender = z.infer<typeof Gender>;

/** Percent of the federal poverty level (42 U.S.C. 9902(2)) for the family's size. */
const FplPercent = z.int().min(0).max(2000);

/**
 * What is known of a family's income: above `minimumFpl` and at most `maximumFpl`. So bands that follow each other
 * share a figure and no family: 0 to 130, 130 to 185.
 */
export const IncomeBand = z
  .strictObject({ minimumFpl: FplPercent.optional(), maximumFpl: FplPercent.optional() })
  .refine(({ minimumFpl, maximumFpl }) => minimumFpl !== undefined || maximumFpl !== undefined, {
    message: 'needs a figure',
  })
  .refine(({ minimumFpl = -1, maximumFpl = Number.POSITIVE_INFINITY }) => minimumFpl < maximumFpl, {
    message: 'the lower figure must be the smaller one',
  });
export type IncomeBand = z.infer<typeof IncomeBand>;

/**
 * What services may ask of a student beyond age, grade, language and home. It lies sealed, and fewer people see it
 * than see the student. What is absent is not known.
 */
export const Circumstances = z.object({
  gender: Gender.optional(),
  incomeBand: IncomeBand.optional(),
  /** Programs (data/eligibility/programs.json): true is a member, false is not. */
  programs: z.record(z.string(), z.boolean()).optional(),
  /** Attributes that the district keeps (data/eligibility/attributes.json), by their names. */
  attributes: z.record(z.string(), z.string()).optional(),
});
export type Circumstances = z.infer<typeof Circumstances>;
