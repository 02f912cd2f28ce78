import type { MessageData } from '../../core/webhooks/message.ts';
import type { WebhookEvent } from '../../core/webhooks/webhook-choices.ts';
import type { Deps } from '../deps.ts';
import { namedUuid } from '../imports/record-id.ts';
import { addDeliveries, hastenDeliveries } from './delivery-store.ts';
import type { WebhookRecord } from './webhook-collections.ts';
import { webhooksFor } from './webhook-store.ts';

export type TellingDeps = Pick<Deps, 'config' | 'db' | 'clock' | 'queues'>;

export interface Telling<E extends WebhookEvent> {
  type: E;
  /** What tells this event from all others: written down twice it is one. */
  key: readonly string[];
  at: string;
  /** Undefined for a webhook that is not told of it. */
  dataFor(webhook: WebhookRecord): MessageData<E> | undefined;
}

/** Writes an event down once for each webhook that wants it, to leave at `leavesAt`. The ids of the messages. */
export async function writeMessages<E extends WebhookEvent>(
  { db }: Pick<TellingDeps, 'db'>,
  { type, key, at, dataFor }: Telling<E>,
  leavesAt: Date,
): Promise<string[]> {
  const messages = (await webhooksFor(db, type)).flatMap((webhook) => {
    const data = dataFor(webhook);
    if (!data) return [];
    const body = JSON.stringify({ type, timestamp: at, data });
    const id = namedUuid(['webhook-message', webhook.id, ...key]);
    return [{ id, webhookId: webhook.id, type, at, body, nextTryAt: leavesAt }];
  });
  await addDeliveries(db, messages);
  return messages.map(({ id }) => id);
}

/** Has messages leave now. Where nobody hears that, they are found when they are due. */
export async function sendNow({ db, clock, queues }: TellingDeps, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await hastenDeliveries(db, ids, clock());
  await Promise.all(ids.map((jobId) => queues.askSoon('webhooks', 'deliver', { jobId, chunk: 0 })));
}

/** An address of ours; without PUBLIC_URL a path. */
export function ourAddress({ config }: Pick<TellingDeps, 'config'>, path: string): string {
  return config.publicUrl === undefined ? path : new URL(path, config.publicUrl).href;
}
