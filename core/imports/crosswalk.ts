import { z } from 'zod';

/**
 * A mapping file of data/crosswalks: which of our terms those of a foreign taxonomy mean. `taxonomy` lists the names
 * (or ids) that sources give it. A term is found by its code first, then by its name; `to` may be empty for a term
 * that is known and has no counterpart.
 */
export const Crosswalk = z.strictObject({
  taxonomy: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
  terms: z.array(
    z.strictObject({
      code: z.string().min(1).optional(),
      name: z.string().min(1).optional(),
      to: z.array(z.string().min(1)),
    }),
  ),
});
export type Crosswalk = z.infer<typeof Crosswalk>;
