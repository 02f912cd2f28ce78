import { z } from 'zod';
import { DELIVERY_FAILURES, DELIVERY_STATES, WEBHOOK_EVENTS } from './webhook-choices.ts';

/** What people say of a webhook. */
export const WebhookSettings = z.strictObject({
  /** Which program it is for. */
  name: z.string().trim().min(1, 'give it a name').max(100),
  address: z
    .url({ protocol: /^https?$/, error: 'an address that begins with https://' })
    .max(2000)
    .refine((address) => !/^https?:\/\/[^/?#]*@/i.test(address), 'an address without a password in it'),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1, 'choose what it is told')
    .max(WEBHOOK_EVENTS.length)
    .refine((events) => new Set(events).size === events.length, 'each once'),
  /** A partner whose own referrals it is told, and no others. */
  organizationId: z.string().min(1).max(100).optional(),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

/** `off`: by itself, because nothing arrived for days, or the other side said that it is gone for good (410). */
export const WebhookOff = z.object({ at: z.iso.datetime(), because: z.enum(['failing', 'gone']) });

export const WebhookView = z.object({
  ...WebhookSettings.shape,
  id: z.string(),
  version: z.int(),
  paused: z.boolean(),
  organizationName: z.string().optional(),
  createdAt: z.iso.datetime(),
  /** When a message last arrived. */
  arrivedAt: z.iso.datetime().optional(),
  failing: z.object({ since: z.iso.datetime(), times: z.int().min(1) }).optional(),
  off: WebhookOff.optional(),
  /** Until then messages are signed with the secret before this one, too. */
  oldSecretUntil: z.iso.datetime().optional(),
});
export type WebhookView = z.infer<typeof WebhookView>;

/** A secret, shown this once. */
export const ToldSecret = z.object({ secret: z.string(), webhook: WebhookView });
export type ToldSecret = z.infer<typeof ToldSecret>;

/** One message to one webhook, and what became of it. */
export const DeliveryView = z.object({
  id: z.string(),
  type: z.enum([...WEBHOOK_EVENTS, 'test']),
  at: z.iso.datetime(),
  state: z.enum(DELIVERY_STATES),
  /** How often it was tried. */
  attempts: z.int().min(0),
  nextTryAt: z.iso.datetime().optional(),
  /** The last try: the status and the beginning of what came back, or why nothing did. */
  tried: z
    .object({
      at: z.iso.datetime(),
      status: z.int().optional(),
      failure: z.enum(DELIVERY_FAILURES).optional(),
      answer: z.string().optional(),
    })
    .optional(),
  /** What is sent, to the byte. */
  body: z.string(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;
