import type { MessageType } from '../../core/webhooks/message.ts';
import type { DeliveryView, WebhookSettings, WebhookView } from '../../core/webhooks/webhook.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** Who is told. What people say of it and what its messages note of it are written apart. */
export interface WebhookRecord extends WebhookSettings, Pick<WebhookView, 'arrivedAt' | 'failing' | 'off'> {
  id: string;
  /** Counts the changes that people made. */
  version: number;
  /** Of whoever made it: a webhook of a district hears of that district's referrals. */
  districtId?: string;
  paused: boolean;
  /** Sealed by the ring. */
  secret: string;
  /** The one before: until then messages are signed with both. */
  oldSecret?: { sealed: string; until: string };
  createdAt: string;
  createdBy?: string;
  /** It can be brought back until it is cleared away. */
  removedAt?: string;
}

/**
 * One message to one webhook. It is written down before it is sent, at a change of the directory even before that is
 * made: so no message is lost, and one may tell of a change that did not come about.
 */
export interface DeliveryRecord extends Pick<DeliveryView, 'state' | 'attempts' | 'tried' | 'body'> {
  id: string;
  webhookId: string;
  type: MessageType;
  at: string;
  nextTryAt: Date;
  /** Somebody is sending it until then. */
  claimedUntil: Date;
  /** A person wants it sent, whatever state the webhook is in. */
  byHand?: boolean;
}

export const webhooks: CollectionSpec = { name: 'webhooks', indexes: [[{ createdAt: 1 }]] };

export const webhookDeliveries: CollectionSpec = {
  name: 'webhook_deliveries',
  indexes: [[{ webhookId: 1, at: -1 }], [{ state: 1, nextTryAt: 1 }], [{ at: 1 }]],
};

export const webhookCollections: readonly CollectionSpec[] = [webhooks, webhookDeliveries];
