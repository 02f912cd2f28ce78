import { z } from 'zod';
import { QUALITY_KINDS } from './subject.ts';

const count = z.int().min(0);

/** What one source's records come to. */
export const SourceQuality = z.object({
  source: z.string(),
  /** How many records it gives. */
  records: z.record(z.enum(QUALITY_KINDS), count),
  /** By rule, in how many of them it finds something; rules that find nothing are absent. */
  found: z.record(z.string(), count),
});
export type SourceQuality = z.infer<typeof SourceQuality>;

/** What is wrong in the directory, as far as it is open to who asks. */
export const QualityView = z.object({
  /** When it was counted; null: never. */
  countedAt: z.string().nullable(),
  /** Whether the directory has changed since. */
  changedSince: z.boolean(),
  sources: z.array(SourceQuality),
  /** All sources of the count before this one, where who asks sees all. */
  before: z.object({ at: z.string(), found: z.record(z.string(), count) }).nullable(),
});
export type QualityView = z.infer<typeof QualityView>;

/** A record in which a rule found something. */
export const QualityRow = z.object({
  kind: z.enum(QUALITY_KINDS),
  id: z.string(),
  name: z.string(),
  source: z.string(),
  /** The first of those that own it; of a place that is nobody's, of those that give something there. */
  organizationId: z.string().optional(),
  /** What stands there; empty: nothing does. */
  found: z.string(),
  /** Put right since it was counted. */
  mended: z.boolean(),
});
export type QualityRow = z.infer<typeof QualityRow>;
