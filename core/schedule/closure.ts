import { z } from 'zod';
import { ClockTime } from './schedule.ts';

/**
 * Days, the first and the last included, on which a service does not keep its hours: closed, or open at others.
 * An opening belongs to the day on which it begins. Other hours hold where it would be open anyway; those of a single
 * day hold on it in any case.
 */
export const Closure = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  closed: z.boolean(),
  /** Other hours, where not closed; without both it is closed. */
  opensAt: ClockTime.optional(),
  closesAt: ClockTime.optional(),
  reason: z.string().max(500).optional(),
});
export type Closure = z.infer<typeof Closure>;
