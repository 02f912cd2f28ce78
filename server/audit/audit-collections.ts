import type { Collection, Connection } from 'mongoose';
import type { AuditEntry } from '../../core/audit/entry.ts';
import { type CollectionSpec, model } from '../store/collection.ts';

/** Nothing is ever changed here; entries go only by a cut (cut-entries.ts). `_id` is the place in the chain,
 * and its order is that of time. */
export const auditEntries: CollectionSpec = {
  name: 'audit',
  indexes: [[{ studentIds: 1, _id: -1 }], [{ 'actor.accountId': 1, _id: -1 }], [{ action: 1, _id: -1 }]],
};

/** Signed notes of how far the chain had come: they tell when its end was cut off. */
export const auditAnchors: CollectionSpec = { name: 'audit_anchors', indexes: [] };

export const auditCollections: readonly CollectionSpec[] = [auditEntries, auditAnchors];

export type StoredEntry = Omit<AuditEntry, 'seq'> & { _id: number };

/** The driver's collection: Mongoose would make texts of the numbers that are the ids. */
export function entriesOf(db: Connection): Collection<StoredEntry> {
  return model(db, auditEntries).collection as unknown as Collection<StoredEntry>;
}

export function toStoredEntry({ seq, ...rest }: AuditEntry): StoredEntry {
  return { _id: seq, ...rest };
}

export function fromStoredEntry({ _id, ...rest }: StoredEntry): AuditEntry {
  return { seq: _id, ...rest };
}
