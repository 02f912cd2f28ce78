import { z } from 'zod';
import { FACTORS, Factor, type MatchingRules } from './match.ts';

/** Beyond this a factor would be all that counts. */
export const MOST_WEIGHT = 10;
export const MOST_HALF_MINUTES = 120;

/** What people may change of the rules: how much each factor counts, and how fast travel decays. */
export const Weighting = z.strictObject({
  weights: z
    .record(Factor, z.number().min(0).max(MOST_WEIGHT))
    .refine((weights) => FACTORS.some((factor) => weights[factor] > 0), {
      message: 'At least one weight must be above 0.',
    }),
  travelHalfMinutes: z.number().min(1).max(MOST_HALF_MINUTES),
});
export type Weighting = z.infer<typeof Weighting>;

export function weightingOf({ weights, travelHalfMinutes }: MatchingRules): Weighting {
  return { weights, travelHalfMinutes };
}

export function isSameWeighting(a: Weighting, b: Weighting): boolean {
  return (
    a.travelHalfMinutes === b.travelHalfMinutes &&
    FACTORS.every((factor) => a.weights[factor] === b.weights[factor])
  );
}
