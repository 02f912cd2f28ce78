import { z } from 'zod';
import { listOf } from '../http/list-of.ts';

export const IdentityList = listOf(
  z.object({
    id: z.string(),
    service: z.string(),
    linkedAt: z.iso.datetime(),
    usedAt: z.iso.datetime(),
  }),
);
