import type { Connection } from 'mongoose';
import { model, type Stored } from '../store/collection.ts';
import { type VerificationRecord, verifications } from '../verification/verification-collection.ts';
import type { MergeRecord } from './duplicate-collections.ts';

/**
 * The word on a service that was merged is lent to the one that stays, where that has none of its own; what was lent and
 * not renewed since goes with the undoing. The merged service keeps its word.
 */
export async function settleVerifications(db: Connection, own: readonly MergeRecord[]): Promise<void> {
  const collection = model<VerificationRecord>(db, verifications);
  const words = async () => {
    const ids = own.flatMap(({ id, into }) => [id, into]);
    const found = await collection.find({ _id: { $in: ids } }).lean<Stored<VerificationRecord>[]>();
    return new Map(found.map(({ _id, ...word }) => [_id, word]));
  };
  const before = await words();
  for (const { id, into } of own.filter(({ state }) => state === 'undoing')) {
    const at = before.get(id)?.at;
    if (at !== undefined) await collection.deleteOne({ _id: into, lentBy: id, at } as object);
  }
  const now = await words();
  for (const { id, into } of own.filter(({ state }) => state !== 'undoing')) {
    const word = now.get(id);
    if (!word || now.has(into)) continue;
    const lent: Stored<VerificationRecord> = { ...word, _id: into, lentBy: id };
    await collection.updateOne({ _id: into }, { $setOnInsert: lent } as object, { upsert: true });
    now.set(into, lent);
  }
}
