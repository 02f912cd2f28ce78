import type { Connection } from 'mongoose';
import type { Location, Organization, Service } from '../../core/directory/service.ts';
import type { Lean, QualityKind } from '../../core/quality/subject.ts';
import { COLLECTION_OF } from '../corrections/record-collections.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import type { RecordNotes } from '../directory/record-notes.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';

interface RecordOf {
  organization: Organization;
  service: Service;
  location: Location;
}

/** A record as rules look at it, with when it was last written. */
export type ReadRecord<K extends QualityKind> = Lean<RecordOf[K]> & Pick<RecordNotes, 'changedAt'>;

/** Nothing that was merged into another, and nothing that its source has no more. */
export const STANDING = { ...NOT_MERGED, goneSince: null };
/** Of services those that are given now. */
const FILTERS: Record<QualityKind, object> = {
  organization: STANDING,
  service: { ...STANDING, status: 'active' },
  location: STANDING,
};

const WITHOUT = { attributes: 0, metadata: 0, serviceAreas: 0, fieldTimes: 0, contentHash: 0 } as const;

/** The records of a kind after an id, in the order of their ids. */
export function readRecordsAfter<K extends QualityKind>(
  db: Connection,
  kind: K,
  after: string,
  limit: number,
): Promise<ReadRecord<K>[]> {
  return read(db, kind, { _id: { $gt: after } }, limit);
}

/** Those of these records that are still looked at. */
export function readRecordsById<K extends QualityKind>(
  db: Connection,
  kind: K,
  ids: readonly string[],
): Promise<ReadRecord<K>[]> {
  return read(db, kind, { _id: { $in: ids } }, ids.length);
}

export function countRecords(db: Connection, kind: QualityKind): Promise<number> {
  return db.collection(COLLECTION_OF[kind].name).countDocuments(FILTERS[kind]);
}

async function read<K extends QualityKind>(
  db: Connection,
  kind: K,
  filter: object,
  limit: number,
): Promise<ReadRecord<K>[]> {
  const found = await model<ReadRecord<K>>(db, COLLECTION_OF[kind])
    .find({ ...filter, ...FILTERS[kind] }, WITHOUT)
    .sort({ _id: 1 })
    .limit(limit)
    .batchSize(limit)
    .lean<Stored<ReadRecord<K>>[]>();
  return found.map((record) => fromStored<ReadRecord<K>>(record));
}
