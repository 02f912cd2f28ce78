import { z } from 'zod';

export const MailKind = z.enum([
  'referral',
  'invitation',
  'reset',
  'password-set',
  'referral-answered',
  'referral-asked',
  'referral-unanswered',
  'referral-closed',
  'review-falling',
  'referral-reminder',
  'digest',
]);

export const MailList = z.object({
  configured: z.boolean(),
  items: z.array(
    z.object({
      status: z.enum(['failed', 'waiting', 'sent']),
      createdAt: z.iso.datetime(),
      attempts: z.int(),
      reason: z.string().optional(),
      accountId: z.string().optional(),
      name: z.string(),
      email: z.string().optional(),
      id: z.string(),
      kind: MailKind,
    }),
  ),
  total: z.int(),
});
