import type { Connection } from 'mongoose';
import type { WebhookView } from '../../core/webhooks/webhook.ts';
import type { WebhookEvent } from '../../core/webhooks/webhook-choices.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type WebhookRecord, webhooks } from './webhook-collections.ts';

/** Neither paused nor switched off nor removed. */
const ON = { paused: false, off: { $exists: false }, removedAt: { $exists: false } };

export function isOn({ paused, off, removedAt }: WebhookRecord): boolean {
  return !paused && off === undefined && removedAt === undefined;
}

export async function createWebhook(db: Connection, webhook: WebhookRecord): Promise<void> {
  await webhooksIn(db).create(toStored(webhook));
}

export async function readWebhook(db: Connection, id: string): Promise<WebhookRecord | undefined> {
  const found = await webhooksIn(db).findById(id).lean<Stored<WebhookRecord>>();
  return found ? fromStored<WebhookRecord>(found) : undefined;
}

/** Without those that were removed; the oldest first. */
export function listWebhooks(db: Connection): Promise<WebhookRecord[]> {
  return find(db, { removedAt: { $exists: false } });
}

export function webhooksThatAreOn(db: Connection): Promise<WebhookRecord[]> {
  return find(db, ON);
}

export function webhooksFor(db: Connection, event: WebhookEvent): Promise<WebhookRecord[]> {
  return find(db, { ...ON, events: event });
}

export function webhooksSwitchedOff(db: Connection): Promise<WebhookRecord[]> {
  return find(db, { off: { $exists: true }, paused: false, removedAt: { $exists: false } });
}

/** What people change: written to the version that they saw. Undefined where somebody else was faster. */
export async function changeWebhook(
  db: Connection,
  { id, version }: Pick<WebhookRecord, 'id' | 'version'>,
  set: Partial<WebhookRecord>,
  unset: readonly (keyof WebhookRecord)[] = [],
): Promise<WebhookRecord | undefined> {
  const found = await webhooksIn(db)
    .findOneAndUpdate(
      { _id: id, version },
      { $set: { ...set, version: version + 1 }, ...unsetting(unset) },
      { returnDocument: 'after' },
    )
    .lean<Stored<WebhookRecord>>();
  return found ? fromStored<WebhookRecord>(found) : undefined;
}

export async function noteArrived(db: Connection, id: string, at: string): Promise<void> {
  await webhooksIn(db).updateOne({ _id: id }, { $set: { arrivedAt: at }, $unset: { failing: 1 } });
}

/** Notes a message that did not arrive, and switches off where none has since `before`. */
export async function noteFailed(db: Connection, id: string, at: string, before: string): Promise<void> {
  const count = { $inc: { 'failing.times': 1 }, $min: { 'failing.since': at } };
  await webhooksIn(db).updateOne({ _id: id }, count as object);
  await switchOff(db, { _id: id, 'failing.since': { $lte: before } }, { at, because: 'failing' });
}

export async function noteGone(db: Connection, id: string, at: string): Promise<void> {
  await switchOff(db, { _id: id }, { at, because: 'gone' });
}

async function switchOff(db: Connection, which: object, off: NonNullable<WebhookView['off']>) {
  await webhooksIn(db).updateOne({ ...which, off: { $exists: false } }, { $set: { off } });
}

async function find(db: Connection, filter: object): Promise<WebhookRecord[]> {
  const found = await webhooksIn(db)
    .find(filter)
    .sort({ createdAt: 1, _id: 1 })
    .lean<Stored<WebhookRecord>[]>();
  return found.map((record) => fromStored<WebhookRecord>(record));
}

function unsetting(fields: readonly string[]) {
  return fields.length === 0 ? {} : { $unset: Object.fromEntries(fields.map((field) => [field, 1])) };
}

function webhooksIn(db: Connection) {
  return model<WebhookRecord>(db, webhooks);
}
