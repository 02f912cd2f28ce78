import { z } from 'zod';

export const ClosedPartner = z.object({
  closed: z.boolean(),
  services: z.int(),
});
