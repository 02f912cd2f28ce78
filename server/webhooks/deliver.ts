import { randomInt } from 'node:crypto';
import { nextTry } from '../../core/webhooks/next-try.ts';
import { OFF_AFTER_DAYS } from '../../core/webhooks/webhook-choices.ts';
import type { Deps } from '../deps.ts';
import type { Guard } from '../outbound/guarded-request.ts';
import { claimDelivery, dropDeliveries, releaseDelivery, settleDelivery } from './delivery-store.ts';
import { type Sent, sendMessage } from './send-message.ts';
import type { DeliveryRecord } from './webhook-collections.ts';
import { isOn, noteArrived, noteFailed, noteGone, readWebhook } from './webhook-store.ts';

const DAY_MS = 86_400_000;
/** The other side is gone for good and wants to hear no more. */
const GONE = 410;
/** What comes sooner waits in the queue; the rest is found when it is due (look-after-webhooks.ts). */
const SOON_MS = 60_000;
const LOTS = 1_000_000;

type Delivering = Pick<Deps, 'config' | 'db' | 'sealing' | 'clock' | 'queues'>;

/**
 * Sends a message that is due. Of several who are asked to, one sends it; where that one dies, another does so after a
 * minute. A message whose sender died before noting that it arrived comes twice, under one id.
 */
export async function deliverMessage(
  deps: Delivering,
  id: string,
  guard: Guard = guardOf(deps),
): Promise<void> {
  const { db, clock } = deps;
  const delivery = await claimDelivery(db, id, clock());
  if (!delivery) return;
  const webhook = await readWebhook(db, delivery.webhookId);
  if (!webhook) return dropDeliveries(db, [id]);
  const isWanted = isOn(webhook) || (delivery.byHand === true && webhook.removedAt === undefined);
  if (!isWanted) return releaseDelivery(db, delivery);
  const sent = await sendMessage(deps, webhook, delivery, guard);
  if (!sent.arrived) return noteNotArrived(deps, delivery, sent);
  await settleDelivery(db, delivery, { state: 'delivered', tried: sent.tried });
  await noteArrived(db, webhook.id, clock().toISOString());
}

function guardOf({ config }: Pick<Deps, 'config'>): Guard {
  return { privateHosts: config.webhookPrivateHosts };
}

/** What a person sends by hand says nothing of how the webhook is. */
async function noteNotArrived(deps: Delivering, delivery: DeliveryRecord, sent: Sent): Promise<void> {
  const { db, clock, queues } = deps;
  const { id, webhookId, attempts, byHand } = delivery;
  const now = clock();
  const { tried, retryAfter } = sent;
  const isGone = tried.status === GONE;
  const spread = randomInt(LOTS) / LOTS;
  const next =
    isGone || delivery.type === 'test' ? undefined : nextTry(now, { attempts, spread, retryAfter });
  await settleDelivery(
    db,
    delivery,
    next ? { state: 'failed', tried, nextTryAt: next } : { state: 'gave-up', tried },
  );
  if (isGone) await noteGone(db, webhookId, now.toISOString());
  else if (!byHand) {
    const before = new Date(now.getTime() - OFF_AFTER_DAYS * DAY_MS).toISOString();
    await noteFailed(db, webhookId, now.toISOString(), before);
  }
  const wait = next ? next.getTime() - now.getTime() : SOON_MS;
  if (wait < SOON_MS) await queues.askIn('webhooks', 'deliver', { jobId: id, chunk: attempts }, wait);
}
