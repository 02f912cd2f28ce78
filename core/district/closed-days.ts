import { z } from 'zod';
import type { Closure } from '../schedule/closure.ts';

/** Some days, the first and the last included, on which a district's schools are closed. */
const ClosedDay = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    reason: z.string().trim().max(100, 'at most 100 characters').optional(),
  })
  .refine(({ from, to }) => from <= to, { message: 'ends before it begins', path: ['to'] });

/** When nobody of a district's schools is written to and no answer is due, besides weekends and holidays. */
export const ClosedDays = z.strictObject({
  closures: z
    .array(ClosedDay)
    .max(60, 'at most 60')
    .transform((days) => [...days].sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))),
});
export type ClosedDays = z.infer<typeof ClosedDays>;

/** As the calendar of mails knows them. */
export function closuresOf({ closures }: ClosedDays): Closure[] {
  return closures.map((days) => ({ ...days, closed: true }));
}
