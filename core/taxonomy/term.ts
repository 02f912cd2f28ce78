import { z } from 'zod';

/** A text in the languages of the interface. */
export const Label = z.object({ en: z.string().min(1), es: z.string().min(1) });
export type Label = z.infer<typeof Label>;

/** Other words by which people look for a term. */
export const Synonyms = z.object({
  en: z.array(z.string().min(1)).default([]),
  es: z.array(z.string().min(1)).default([]),
});

/** One term of the whole-child taxonomy: a domain (no parent), a group or a leaf. */
export const Term = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  parent: z.string().nullable(),
  label: Label,
  description: Label.optional(),
  synonyms: Synonyms.default({ en: [], es: [] }),
  /** Codes of Open Eligibility 2.0 that mean the same or lie within this term. */
  openEligibility: z.array(z.string().min(1)).default([]),
});
export type Term = z.infer<typeof Term>;

/** The nine domains, in the order in which they are shown. */
export const DOMAIN_IDS = [
  'academic',
  'social-emotional',
  'health-nutrition',
  'basic-needs',
  'arts',
  'sports-play',
  'college-career',
  'family-support',
  'community-life',
] as const;
export type DomainId = (typeof DOMAIN_IDS)[number];
