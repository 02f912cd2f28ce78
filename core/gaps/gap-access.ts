import { z } from 'zod';
import { AccessInequality } from './access-inequality.ts';

/** What stands behind a measure of access, and how unequal it is. */
export const GapAccess = z.object({
  /** "YYYY-MM-DD": when the people were counted, or their numbers imported. */
  asOf: z.string(),
  people: z.number(),
  /** Places that are offered in all, and at how many offers nobody told how many. */
  capacity: z.number(),
  capacityUnknown: z.int(),
  /** Schools and areas of which nothing can be said. */
  noData: z.int(),
  /** What told how long ways are. */
  travel: z.object({ engine: z.string(), version: z.string() }),
  /** Of RAAM: how much of the cost in all could still be spared. */
  equilibriumGap: z.number().optional(),
  /** Of measures that add up what there is. */
  inequality: AccessInequality.optional(),
});
export type GapAccess = z.infer<typeof GapAccess>;
