import { z } from 'zod';
import { FAIRNESS_GROUPS, FairnessGroup } from './plan.ts';

const Label = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
const Grade = z.int().min(-1).max(12);

/** A way of putting students into groups; data in data/placement/groups.json. Every student is in one group of each. */
export const Grouping = z.discriminatedUnion('of', [
  z.strictObject({ id: FairnessGroup, label: Label, of: z.enum(['school', 'grade', 'locale']) }),
  /** The first language of a student other than `common`; `common` itself where there is no other. */
  z.strictObject({ id: FairnessGroup, label: Label, of: z.literal('language'), common: z.string() }),
  /** Grades from `from` to `to`, both included. A grade in none of them is `unknown`. */
  z.strictObject({
    id: FairnessGroup,
    label: Label,
    of: z.literal('grade-band'),
    bands: z.array(z.strictObject({ id: z.string(), from: Grade, to: Grade })).min(1),
  }),
]);
export type Grouping = z.infer<typeof Grouping>;

export const Groupings = z
  .array(Grouping)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two groupings have one id')
  .refine(
    (all) => FAIRNESS_GROUPS.every((id) => all.some((grouping) => grouping.id === id)),
    `the usual groupings must be there: ${FAIRNESS_GROUPS.join(', ')}`,
  );
