import type { Connection } from 'mongoose';
import type { AgreementEvent, Delivery } from '../../core/agreements/agreement.ts';
import type { WithFile } from '../../core/agreements/paper-file.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import {
  type AgreementRecord,
  agreements,
  type DocumentRecord,
  partnerDocuments,
} from './agreement-collections.ts';

/** All agreements, or those of a district, of an organization, or both; by id. */
export async function listAgreements(db: Connection, of: AgreementFilter = {}): Promise<AgreementRecord[]> {
  const found = await agreementsOf(db)
    .find(of as object)
    .sort({ _id: 1 })
    .lean<Stored<AgreementRecord>[]>();
  return found.map((agreement) => fromStored<AgreementRecord>(agreement));
}

export interface AgreementFilter {
  districtId?: string | { $in: readonly string[] };
  organizationId?: string | { $in: readonly string[] };
}

export async function readAgreement(db: Connection, id: string): Promise<AgreementRecord | undefined> {
  const found = await agreementsOf(db).findById(id).lean<Stored<AgreementRecord>>();
  return found ? fromStored<AgreementRecord>(found) : undefined;
}

export async function insertAgreement(db: Connection, agreement: AgreementRecord): Promise<void> {
  await agreementsOf(db).create(toStored(agreement));
}

/** Writes the next version. False where somebody else has written it before. */
export async function replaceAgreement(db: Connection, next: AgreementRecord): Promise<boolean> {
  const { matchedCount } = await agreementsOf(db).replaceOne(
    { _id: next.id, version: next.version - 1 },
    toStored(next),
  );
  return matchedCount === 1;
}

/** Adds a row behind those that are there. Undefined where the agreement has gone. */
export async function addDelivery(
  db: Connection,
  id: string,
  row: Delivery,
  event: AgreementEvent,
): Promise<AgreementRecord | undefined> {
  const change = { $push: { deliveries: row, history: event }, $inc: { version: 1 } } as object;
  const after = await agreementsOf(db)
    .findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' })
    .lean<Stored<AgreementRecord>>();
  return after ? fromStored<AgreementRecord>(after) : undefined;
}

/** Papers, those handed in last first. */
export async function listDocuments(db: Connection, of: AgreementFilter = {}): Promise<DocumentRecord[]> {
  const found = await documentsOf(db)
    .find(of as object)
    .sort({ handedInAt: -1, _id: 1 })
    .lean<Stored<DocumentRecord>[]>();
  return found.map((document) => fromStored<DocumentRecord>(document));
}

export async function insertDocument(db: Connection, document: DocumentRecord): Promise<void> {
  await documentsOf(db).create(toStored(document));
}

/** What came of checking a paper; a later look takes the place of an earlier one. */
export async function writeCheck(
  db: Connection,
  of: DocumentKey,
  check: Pick<DocumentRecord, 'state' | 'checkedAt' | 'checkedBy' | 'reason'>,
): Promise<boolean> {
  const { id, organizationId, districtId } = of;
  const { reason, ...set } = check;
  const { matchedCount } = await documentsOf(db).updateOne(
    { _id: id, organizationId, districtId },
    reason === undefined ? { $set: set, $unset: { reason: '' } } : { $set: { ...set, reason } },
  );
  return matchedCount === 1;
}

type DocumentKey = Pick<DocumentRecord, 'id' | 'organizationId' | 'districtId'>;

export async function readDocument(db: Connection, of: DocumentKey): Promise<DocumentRecord | undefined> {
  const { id, organizationId, districtId } = of;
  const found = await documentsOf(db)
    .findOne({ _id: id, organizationId, districtId })
    .lean<Stored<DocumentRecord>>();
  return found ? fromStored<DocumentRecord>(found) : undefined;
}

/** Puts other files in the place of those that were read. False where others are there by now. */
export async function writeFile(
  db: Connection,
  { id, file }: DocumentRecord,
  next: WithFile,
  state?: DocumentRecord['state'],
): Promise<boolean> {
  const set = { ...next, ...(state && { state }) };
  const asRead = { _id: id, 'file.id': file?.id ?? { $exists: false } } as object;
  const { matchedCount } = await documentsOf(db).updateOne(
    asRead,
    next.file ? { $set: set } : { $set: set, $unset: { file: '' } },
  );
  return matchedCount === 1;
}

const agreementsOf = (db: Connection) => model<AgreementRecord>(db, agreements);
const documentsOf = (db: Connection) => model<DocumentRecord>(db, partnerDocuments);
