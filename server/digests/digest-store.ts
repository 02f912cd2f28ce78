import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type DigestRecord, type DueDigest, digests } from './digest-collection.ts';

/** Undefined for an account that wants no digest. */
export async function readDigest(db: Connection, accountId: string): Promise<DigestRecord | undefined> {
  const found = await digestsIn(db).findById(accountId).lean<Stored<DigestRecord>>();
  return found ? fromStored<DigestRecord>(found) : undefined;
}

export async function saveDigest(db: Connection, digest: DigestRecord): Promise<void> {
  await digestsIn(db).replaceOne({ _id: digest.id }, toStored(digest), { upsert: true });
}

/** Ends it. Ending it again changes nothing. */
export async function endDigest(db: Connection, accountId: string): Promise<void> {
  await digestsIn(db).deleteOne({ _id: accountId });
}

/** Those that are due, the oldest first. */
export async function dueDigests(db: Connection, at: Date, limit: number): Promise<DueDigest[]> {
  const found = await digestsIn(db)
    .find({ nextAt: { $lte: at.toISOString() } })
    .sort({ nextAt: 1 })
    .limit(limit)
    .lean<Stored<DueDigest>[]>();
  return found.map((record) => fromStored<DueDigest>(record));
}

/** Notes when the next one is due, only where nobody has noted it or chosen anew since this was read. */
export async function moveOn(
  db: Connection,
  { id, turn, nextAt }: DueDigest,
  next: Date | undefined,
): Promise<void> {
  const change = next ? { $set: { nextAt: next.toISOString() } } : { $unset: { nextAt: 1 as const } };
  await digestsIn(db).updateOne({ _id: id, turn, nextAt }, change);
}

function digestsIn(db: Connection) {
  return model<DigestRecord>(db, digests);
}
