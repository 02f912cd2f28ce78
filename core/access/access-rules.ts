import { z } from 'zod';

/** What access is measured by; data in data/access. */
export const AccessRules = z.strictObject({
  /** Places that an offer is taken to have where nobody has told. */
  capacityUnknown: z.number().positive().max(10_000),
});
export type AccessRules = z.infer<typeof AccessRules>;
