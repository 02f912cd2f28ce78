import { z } from 'zod';

export const VerificationRules = z.strictObject({
  /** What was verified within so many days is fresh. */
  freshDays: z.int().min(1).max(3650),
  /** A service of which nobody knows when it was verified counts as so old. */
  unknownDays: z.int().min(1).max(3650),
});
export type VerificationRules = z.infer<typeof VerificationRules>;
