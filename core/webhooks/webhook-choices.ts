/** What another program can ask to be told. */
export const WEBHOOK_EVENTS = ['directory.changed', 'directory.imported', 'referral.changed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** What of a message's way a person sees. `failed` is tried again by itself; who `gave-up` is not. */
export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'gave-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** Why nothing came back at all: keys of the interface's texts. */
export const DELIVERY_FAILURES = [
  'address-refused',
  'name-not-found',
  'no-connection',
  'certificate',
  'timeout',
] as const;
export type DeliveryFailure = (typeof DELIVERY_FAILURES)[number];

/** Days without a single message that arrived, after which a webhook switches itself off. */
export const OFF_AFTER_DAYS = 3;
