import { z } from 'zod';
import { Capacity } from '../../core/directory/service.ts';
import { VERIFIERS } from '../../core/verification/verified.ts';
import { Named } from '../http/named.ts';

export const Verified = z.object({
  /** "YYYY-MM-DD" */
  on: z.string(),
  by: z.enum(VERIFIERS),
});

export const VerificationList = z.object({
  total: z.int(),
  due: z.int(),
  freshDays: z.int(),
  items: z.array(
    z.object({
      organization: Named,
      verified: Verified.nullable(),
      capacity: Capacity.nullable(),
      due: z.boolean(),
      id: z.string(),
      name: z.string(),
    }),
  ),
});
