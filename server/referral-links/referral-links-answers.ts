import { z } from 'zod';
import { Shown } from '../referrals/shown.ts';

/** How a request stands for the partner: it waits, was answered, or the school has ended it. */
export const AnswerStatus = z.enum(['over', 'waiting', 'yes', 'no']);

export const LinkedReferral = z.object({
  expiresAt: z.iso.datetime(),
  answerBy: z.string().optional(),
  changedAt: z.iso.datetime(),
  contact: z
    .object({
      name: z.string(),
      email: z.string(),
    })
    .optional(),
  status: AnswerStatus,
  organization: z.string(),
  service: z.string(),
  school: z.object({
    phone: z.string().optional(),
    name: z.string(),
  }),
});

export const OpenedReferral = LinkedReferral.extend({
  asked: Shown.optional(),
  reasons: z.array(z.object({ code: z.string(), en: z.string(), es: z.string() })).optional(),
});

export const AnsweredReferral = LinkedReferral.extend({ next: Shown.optional() });
