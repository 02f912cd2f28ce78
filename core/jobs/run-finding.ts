import { z } from 'zod';

/**
 * Something in what a run was made of that could not be used as it stands, or is a question to people. Codes are keys
 * of the interface's texts; `values` go into their sentences.
 */
export const RunFinding = z.object({
  code: z.string(),
  /** How many records it is about. */
  count: z.int().min(1),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Some of the offers that it is about, at most MOST_NAMED. */
  offers: z.array(z.object({ id: z.string(), serviceId: z.string(), name: z.string() })).default([]),
});
export type RunFinding = z.infer<typeof RunFinding>;

export const MOST_NAMED = 20;
