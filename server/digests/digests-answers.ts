import { z } from 'zod';

export const DigestSettings = z.object({
  mail: z.boolean(),
  nextAt: z.iso.datetime().optional(),
  turn: z.string(),
});
