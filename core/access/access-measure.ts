import { z } from 'zod';
import { Decay } from './decay.ts';

export const ACCESS_METHODS = [
  '2sfca',
  'e2sfca',
  '3sfca',
  'raam',
  'fca-ratio',
  'weighted-catchment',
  'cumulative',
  'nearest',
  'coverage',
] as const;
export const AccessMethod = z.enum(ACCESS_METHODS);
export type AccessMethod = z.infer<typeof AccessMethod>;

/** What is measured, and with which numbers. Formulas and sources: docs/methods.md, "Access". */
export const AccessMeasure = z.strictObject({
  method: AccessMethod,
  /** Ways that cost more are out of reach. Minutes or km, as the pairs have them. */
  limit: z.number().positive(),
  /** Of the 2SFCA family and the weighted catchment; left out, the one that the method was published with. */
  decay: Decay.optional(),
  /** `nearest`: the cost of the k-th nearest site; left out, 1. */
  k: z.int().min(1).max(20).optional(),
  /** `raam`: the cost that weighs as much as a site with exactly its share of the demand; left out, 60. */
  tau: z.number().positive().optional(),
  /** `raam`: moves until nobody would gain, or the 150 rounds of Saxon and Snow; left out, `equilibrium`. */
  iteration: z.enum(['equilibrium', 'published']).optional(),
  /** Divided by the mean over all people: 1 is what they have on average. */
  relative: z.boolean().optional(),
});
export type AccessMeasure = z.infer<typeof AccessMeasure>;
