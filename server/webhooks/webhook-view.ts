import type { Connection } from 'mongoose';
import type { DeliveryView, WebhookView } from '../../core/webhooks/webhook.ts';
import { organizationNames } from '../directory/record-names.ts';
import type { DeliveryRecord, WebhookRecord } from './webhook-collections.ts';

/** Webhooks as administrators see them: of the secret nothing, but whether an old one still fits. */
export async function viewWebhooks(
  db: Connection,
  webhooks: readonly WebhookRecord[],
  now: Date,
): Promise<WebhookView[]> {
  const organizationIds = webhooks.flatMap(({ organizationId }) => organizationId ?? []);
  const names = await organizationNames(db, organizationIds);
  return webhooks.map((webhook) => {
    const { secret: _s, oldSecret, districtId: _d, createdBy: _c, removedAt: _r, ...told } = webhook;
    const organizationName = names.get(webhook.organizationId ?? '');
    return {
      ...told,
      ...(organizationName !== undefined && { organizationName }),
      ...(oldSecret && oldSecret.until > now.toISOString() && { oldSecretUntil: oldSecret.until }),
    };
  });
}

export function viewDelivery({
  id,
  type,
  at,
  state,
  attempts,
  tried,
  body,
  nextTryAt,
}: DeliveryRecord): DeliveryView {
  const waits = state === 'pending' || state === 'failed';
  return {
    id,
    type,
    at,
    state,
    attempts,
    body,
    ...(tried && { tried }),
    ...(waits && { nextTryAt: nextTryAt.toISOString() }),
  };
}
