import { type Connection, mongo } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type DeliveryRecord, webhookDeliveries } from './webhook-collections.ts';

/** Longer than any try takes (send-message.ts), so that nobody sends what another is sending. */
const CLAIM_MS = 60_000;
const FREE = new Date(0);

const WAITS = { state: { $in: ['pending', 'failed'] as const } };

/** Writes messages down; one whose id is there already is not written again. */
export async function addDeliveries(
  db: Connection,
  added: readonly Pick<
    DeliveryRecord,
    'id' | 'webhookId' | 'type' | 'at' | 'body' | 'nextTryAt' | 'byHand'
  >[],
): Promise<void> {
  if (added.length === 0) return;
  const records = added.map((each) =>
    toStored<DeliveryRecord>({ ...each, state: 'pending', attempts: 0, claimedUntil: FREE }),
  );
  try {
    await deliveriesIn(db).collection.insertMany(records as never, { ordered: false });
  } catch (error) {
    const failed = error instanceof mongo.MongoBulkWriteError ? [error.writeErrors].flat() : [];
    if (failed.length === 0 || failed.some(({ code }) => code !== 11000)) throw error;
  }
}

/** The message, for whoever sends it now; undefined where it is not due, or somebody else has it. */
export async function claimDelivery(
  db: Connection,
  id: string,
  now: Date,
): Promise<DeliveryRecord | undefined> {
  const found = await deliveriesIn(db)
    .findOneAndUpdate(
      { _id: id, ...WAITS, nextTryAt: { $lte: now }, claimedUntil: { $lte: now } },
      { $set: { claimedUntil: new Date(now.getTime() + CLAIM_MS) }, $inc: { attempts: 1 } },
      { returnDocument: 'after' },
    )
    .lean<Stored<DeliveryRecord>>();
  return found ? fromStored<DeliveryRecord>(found) : undefined;
}

/** Notes what came of a try, unless another has it by now. */
export async function settleDelivery(
  db: Connection,
  { id, attempts }: Pick<DeliveryRecord, 'id' | 'attempts'>,
  set: Pick<DeliveryRecord, 'state' | 'tried'> & { nextTryAt?: Date },
): Promise<void> {
  await deliveriesIn(db).updateOne({ _id: id, attempts }, { $set: { ...set, claimedUntil: FREE } });
}

/** Gives it back untried: its webhook is paused. */
export async function releaseDelivery(db: Connection, { id, attempts }: DeliveryRecord): Promise<void> {
  await deliveriesIn(db).updateOne(
    { _id: id, attempts },
    { $set: { claimedUntil: FREE }, $inc: { attempts: -1 } },
  );
}

/** Has these leave now. */
export async function hastenDeliveries(db: Connection, ids: readonly string[], now: Date): Promise<void> {
  await deliveriesIn(db).updateMany({ _id: { $in: ids }, attempts: 0 }, { $set: { nextTryAt: now } });
}

/** Begins anew with one, under the same id. False where somebody is sending it. */
export async function repeatDelivery(db: Connection, id: string, now: Date): Promise<boolean> {
  const { matchedCount } = await deliveriesIn(db).updateOne(
    { _id: id, claimedUntil: { $lte: now } },
    { $set: { state: 'pending', attempts: 0, nextTryAt: now, byHand: true } },
  );
  return matchedCount === 1;
}

export async function dropDeliveries(db: Connection, ids: readonly string[]): Promise<void> {
  await deliveriesIn(db).deleteMany({ _id: { $in: ids } });
}

/** Those that should have left by now, of these webhooks or by hand, the longest due first. */
export function dueDeliveries(
  db: Connection,
  { now, webhookIds, limit }: { now: Date; webhookIds: readonly string[]; limit: number },
): Promise<DeliveryRecord[]> {
  const whose = { $or: [{ webhookId: { $in: webhookIds } }, { byHand: true }] };
  const due = { ...WAITS, nextTryAt: { $lte: now }, claimedUntil: { $lte: now } };
  return find(db, { ...due, ...whose }, { nextTryAt: 1 }, limit);
}

/** The newest first. */
export function deliveriesOf(db: Connection, webhookId: string, limit: number): Promise<DeliveryRecord[]> {
  return find(db, { webhookId }, { at: -1, _id: 1 }, limit);
}

export async function readDelivery(db: Connection, id: string): Promise<DeliveryRecord | undefined> {
  return (await find(db, { _id: id }, { _id: 1 }, 1))[0];
}

async function find(
  db: Connection,
  filter: object,
  order: Record<string, 1 | -1>,
  limit: number,
): Promise<DeliveryRecord[]> {
  const found = await deliveriesIn(db).find(filter).sort(order).limit(limit).lean<Stored<DeliveryRecord>[]>();
  return found.map((record) => fromStored<DeliveryRecord>(record));
}

function deliveriesIn(db: Connection) {
  return model<DeliveryRecord>(db, webhookDeliveries);
}
