import type { Collection, Connection } from 'mongoose';
import type { AuditAnchor } from '../../core/audit/anchor.ts';
import { model } from '../store/collection.ts';
import { auditAnchors } from './audit-collections.ts';

type StoredAnchor = AuditAnchor & { _id: string };

function anchorsOf(db: Connection): Collection<StoredAnchor> {
  return model(db, auditAnchors).collection as unknown as Collection<StoredAnchor>;
}

/** Writing the same anchor again changes nothing. */
export async function saveAnchor(db: Connection, anchor: AuditAnchor): Promise<void> {
  const id = `${anchor.kind}-${anchor.seq}`;
  await anchorsOf(db).updateOne(
    { _id: id },
    { $setOnInsert: { ...anchor } },
    { upsert: true, writeConcern: { w: 'majority' } },
  );
}

/** All of them, in the order of the chain: one a day. */
export async function readAnchors(db: Connection): Promise<AuditAnchor[]> {
  const found = await anchorsOf(db).find().sort({ seq: 1 }).toArray();
  return found.map(({ _id, ...anchor }) => anchor);
}
