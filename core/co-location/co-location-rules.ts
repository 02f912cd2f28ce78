import { z } from 'zod';

/** data/co-location/rules.json: what is taken where nobody said, and from when on something is enough. */
export const CoLocationRules = z.strictObject({
  /** Rooms of a school are those that are given within so many metres of its point. */
  roomsWithinMetres: z.number().min(0).max(1000),
  /** Rooms that are open so many hours a week are open enough. */
  enoughHours: z.number().positive(),
  /** The factor of hours, and of rooms, where nobody has said. */
  hoursUnknown: z.number().min(0).max(1),
  roomsUnknown: z.number().min(0).max(1),
  /** Less than so many minutes apart is not far. */
  farMinutes: z.number().min(0),
});
export type CoLocationRules = z.infer<typeof CoLocationRules>;

/** data/co-location/pairs.json: two kinds of help that the same family is often in need of. */
export const TermPair = z.strictObject({
  terms: z.tuple([z.string(), z.string()]),
  why: z.strictObject({ en: z.string().min(1), es: z.string().min(1) }),
  /** Where the idea comes from. */
  source: z.string().min(1),
});
export type TermPair = z.infer<typeof TermPair>;

export const TermPairs = z.array(TermPair);
