import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type DisclosureRecord, disclosures } from './disclosure-collection.ts';

/** An organization sees its newest; older ones are closed by then, for a consent runs for a year at most. */
const MOST = 500;

export async function insertDisclosure(db: Connection, disclosure: DisclosureRecord): Promise<void> {
  await disclosuresOf(db).create(toStored(disclosure));
}

export async function readDisclosure(db: Connection, id: string): Promise<DisclosureRecord | undefined> {
  const found = await disclosuresOf(db).findById(id).lean<Stored<DisclosureRecord>>();
  return found ? fromStored<DisclosureRecord>(found) : undefined;
}

/** The newest first, without what was handed over. */
export async function listDisclosures(
  db: Connection,
  of: { studentId: string } | { organizationIds: readonly string[] },
): Promise<DisclosureRecord[]> {
  const filter =
    'studentId' in of ? of : { organizationId: { $in: of.organizationIds }, status: 'delivered' as const };
  const found = await disclosuresOf(db)
    .find(filter, { sealedContent: 0 })
    .sort({ requestedAt: -1, _id: 1 })
    .limit(MOST)
    .lean<Stored<DisclosureRecord>[]>();
  return found.map((disclosure) => fromStored<DisclosureRecord>(disclosure));
}

type Delivery = Required<Pick<DisclosureRecord, 'deliveredAt' | 'consentIds' | 'sealedContent'>>;

/** Hands over what still waits. False where it was cancelled, or handed over by another worker, in the meantime. */
export async function markDelivered(db: Connection, id: string, delivery: Delivery): Promise<boolean> {
  const { modifiedCount } = await disclosuresOf(db).updateOne(
    { _id: id, status: 'queued' },
    { $set: { ...delivery, status: 'delivered' } },
  );
  return modifiedCount === 1;
}

/** Cancels what waits, and how much that was: one, or all that was asked for under a consent. */
export async function cancelQueued(
  db: Connection,
  which: { id: string } | { consentId: string; studentId: string },
  because: NonNullable<DisclosureRecord['cancelledBecause']>,
  at: Date,
): Promise<number> {
  const filter =
    'id' in which ? { _id: which.id } : { studentId: which.studentId, consentIds: which.consentId };
  const { modifiedCount } = await disclosuresOf(db).updateMany(
    { ...filter, status: 'queued' },
    { $set: { status: 'cancelled', cancelledAt: at.toISOString(), cancelledBecause: because } },
  );
  return modifiedCount;
}

/** Of two confirmations the first stays. */
export async function confirmDeletion(
  db: Connection,
  id: string,
  { at, by }: { at: Date; by: string },
): Promise<void> {
  await disclosuresOf(db).updateOne(
    { _id: id, status: 'delivered', deletionConfirmedAt: { $exists: false } },
    { $set: { deletionConfirmedAt: at.toISOString(), deletionConfirmedBy: by } },
  );
}

/** What has waited since before `since`: its task was lost. */
export async function waitingSince(db: Connection, since: Date): Promise<string[]> {
  const found = await disclosuresOf(db)
    .find({ status: 'queued', requestedAt: { $lt: since.toISOString() } }, { _id: 1 })
    .lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

function disclosuresOf(db: Connection) {
  return model<DisclosureRecord>(db, disclosures);
}
