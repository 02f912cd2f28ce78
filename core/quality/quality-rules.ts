import { z } from 'zod';

/** From when on something is odd; data/quality/rules.json. */
export const QualityRules = z.strictObject({
  /** A record of which nothing has changed for so many days is old. */
  oldDays: z.int().min(1).max(36_500),
  /** Dollars: a price above it is looked at. */
  highFee: z.number().min(1),
  /** So many services with the same description. */
  sameTextTimes: z.int().min(2),
  /** Shorter descriptions may well be the same. */
  sameTextSigns: z.int().min(1),
  /** So many places before anything is said of where most are. */
  fencePlaces: z.int().min(4),
  /** The middle half of all places is so wide; beyond so many times that, a place is far out. */
  fenceWidths: z.number().min(1),
  /** Degrees: nearer than this to the middle half nothing is far out. */
  fenceLeast: z.number().min(0),
  /** Terms of our taxonomy, with all below them, of which services are often open day and night. */
  dayAndNight: z.array(z.string()),
});
export type QualityRules = z.infer<typeof QualityRules>;
