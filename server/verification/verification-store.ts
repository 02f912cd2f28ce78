import type { Connection } from 'mongoose';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type VerificationEntry, type VerificationRecord, verifications } from './verification-collection.ts';

/** Words on one service that are kept. */
const KEPT = 100;

export async function writeVerification(
  db: Connection,
  serviceId: string,
  entry: VerificationEntry,
): Promise<void> {
  const change = { $set: entry, $push: { history: { $each: [entry], $slice: -KEPT } } } as object;
  await verificationsOf(db).updateOne({ _id: serviceId }, change, { upsert: true });
}

/** The last words on these services, by service. */
export async function readVerifications(
  db: Connection,
  serviceIds: readonly string[],
): Promise<Map<string, VerificationRecord>> {
  const found = await verificationsOf(db)
    .find({ _id: { $in: serviceIds } }, { history: 0 })
    .lean<Stored<VerificationRecord>[]>();
  return new Map(found.map((record) => [record._id, fromStored<VerificationRecord>(record)]));
}

const verificationsOf = (db: Connection) => model<VerificationRecord>(db, verifications);
