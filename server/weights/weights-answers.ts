import { z } from 'zod';
import { Weighting } from '../../core/matching/weighting.ts';

export const MatchingWeights = z.object({
  districtId: z.string(),
  standard: Weighting,
  fit: z.object({
    exact: z.number(),
    narrower: z.number(),
    broader: z.number(),
  }),
  versions: z.array(
    z.object({
      by: z.string().nullable(),
      /** Counts up from 1; 0 stands for what Trellis comes with. */
      number: z.int(),
      /** Why, in the words of who saved it. */
      note: z.string().optional(),
      savedAt: z.iso.datetime(),
      weights: z.object({
        cost: z.number(),
        language: z.number(),
        urgency: z.number(),
        term: z.number(),
        places: z.number(),
        travel: z.number(),
        continuity: z.number(),
      }),
      travelHalfMinutes: z.number(),
    }),
  ),
});
