import type { Connection } from 'mongoose';
import type { ConsentFacts } from '../../core/consents/consent.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type ConsentRecord, consents } from './consent-collection.ts';

export async function insertConsent(db: Connection, consent: ConsentRecord): Promise<void> {
  await consentsOf(db).create(toStored(consent));
}

/** All of a student's consents, also those that are over: the newest first. */
export async function readConsents(db: Connection, studentId: string): Promise<ConsentRecord[]> {
  const found = await consentsOf(db)
    .find({ studentId })
    .sort({ recordedAt: -1, _id: 1 })
    .lean<Stored<ConsentRecord>[]>();
  return found.map((consent) => fromStored<ConsentRecord>(consent));
}

/** The consents of several students in one round trip. */
export async function readConsentsOf(
  db: Connection,
  studentIds: readonly string[],
): Promise<ConsentRecord[]> {
  const found = await consentsOf(db)
    .find({ studentId: { $in: [...new Set(studentIds)] } })
    .lean<Stored<ConsentRecord>[]>();
  return found.map((consent) => fromStored<ConsentRecord>(consent));
}

/** Of the consents of many students what decides, of those that have not ended before `today`, in one round trip. */
export async function readConsentFacts(
  db: Connection,
  studentIds: readonly string[],
  today: string,
): Promise<ConsentFacts[]> {
  const found = await consentsOf(db)
    .find(
      { studentId: { $in: studentIds }, expiresAt: { $gte: today }, withdrawnAt: { $exists: false } },
      { studentId: 1, records: 1, purpose: 1, recipient: 1, relation: 1, signedAt: 1, expiresAt: 1 },
    )
    .lean<Stored<ConsentFacts>[]>();
  return found.map((consent) => fromStored<ConsentFacts>(consent));
}

export type Withdrawal = Required<Pick<ConsentRecord, 'withdrawnAt' | 'withdrawnBy'>> &
  Pick<ConsentRecord, 'sealedReason'>;

/** Of two withdrawals the first stays. False where there is nothing to withdraw any more. */
export async function markWithdrawn(
  db: Connection,
  studentId: string,
  id: string,
  withdrawal: Withdrawal,
): Promise<boolean> {
  const filter = { _id: id, studentId, withdrawnAt: { $exists: false } };
  const { modifiedCount } = await consentsOf(db).updateOne(filter, { $set: withdrawal });
  return modifiedCount === 1;
}

function consentsOf(db: Connection) {
  return model<ConsentRecord>(db, consents);
}
