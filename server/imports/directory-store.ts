import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import type { ImportPreview } from '../../core/imports/import-preview.ts';
import type { SchoolRef } from '../../core/imports/school-finder.ts';
import { readServiceIdsOf, type ServiceLinks } from '../directory/services-of.ts';
import { changesOf, type RecordChanges } from './changes-of.ts';
import type { StoredRecord } from './compare-record.ts';
import { contentHash } from './content-hash.ts';
import { upsertRecords } from './upsert-records.ts';

export type DirectoryCollection =
  | 'organizations'
  | 'services'
  | 'locations'
  | 'services_at_locations'
  | 'schools'
  | 'students';

/** A record of which a file tells a part: undefined in `said` means that the file has the field, and it is empty. */
export interface PartialRecord {
  id: string;
  said: object;
  /** What a new record has where the file says nothing. */
  otherwise: object;
  /** What decides whether anything has changed, where `said` is sealed anew each time. */
  compared?: object;
}

export type ChangeListener = (changes: RecordChanges) => Promise<void>;

export interface Upserted {
  added: number;
  changed: number;
  unchanged: number;
  /** Ids of the changed ones: what hangs on them may have to be made anew. */
  changedIds: string[];
}

/** What an import needs of the records that are already there. */
export interface DirectoryStore {
  /** Writes records by id. What says the same as before is recognised and not written. Nothing is ever deleted. */
  upsertMany(collection: DirectoryCollection, records: readonly { id: string }[]): Promise<Upserted>;
  /** Writes what a file says of records and keeps what it says nothing about. */
  mergeMany(
    collection: DirectoryCollection,
    records: readonly PartialRecord[],
    /** Hears which records are new and which fields of which others change, before anything is written. */
    onChanges?: ChangeListener,
  ): Promise<Upserted>;
  /** The schools of a district, as far as a student's row may name them. */
  schools(districtId: string): Promise<SchoolRef[]>;
  /** Which of these ids exist. */
  existing(collection: DirectoryCollection, ids: readonly string[]): Promise<Set<string>>;
  /** Ids of the services that are given at these locations or by these organizations. */
  servicesOf(links: ServiceLinks): Promise<string[]>;
  /** Once all records have come by: what is left to be done, and what there is to tell of the whole. */
  end?(): Promise<{ preview?: ImportPreview; marked?: number }>;
}

/**
 * The store over the collections themselves. With a record goes when it was written, by which other programs ask for what
 * has changed since; with `keepTimes` a new one's own time stays, also that it has none.
 */
export function createDirectoryStore(db: Connection, keepTimes = false): DirectoryStore {
  const collection = (name: string) => db.collection<StoredRecord>(name);
  return {
    upsertMany: (name, records) => upsertRecords(db, name, records, keepTimes),
    mergeMany: (name, records, onChanges) => mergeMany(db, name, records, onChanges),
    schools: (districtId) => readSchools(db, districtId),
    async existing(name, ids) {
      if (ids.length === 0) return new Set();
      const found = await collection(name)
        .find({ _id: { $in: [...new Set(ids)] } }, { projection: { _id: 1 } })
        .toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    servicesOf: (links) => readServiceIdsOf(db, links),
  };
}

async function mergeMany(
  db: Connection,
  name: string,
  records: readonly PartialRecord[],
  onChanges?: ChangeListener,
): Promise<Upserted> {
  if (records.length === 0) return { added: 0, changed: 0, unchanged: 0, changedIds: [] };
  const fresh = await freshParts(db, name, records);
  const writes = fresh.map(({ id, said, otherwise, hash, isNew }) => {
    const told = compact({ ...said, contentHash: hash });
    if (isNew) {
      return { replaceOne: { filter: { _id: id }, replacement: { ...otherwise, ...told }, upsert: true } };
    }
    const unset = Object.fromEntries(cleared(said).map((field) => [field, 1]));
    return {
      updateOne: {
        filter: { _id: id },
        update: { $set: told, ...(cleared(said).length > 0 ? { $unset: unset } : {}) },
      },
    };
  });
  if (onChanges && fresh.length > 0) await onChanges(await changesOf(db, name, fresh));
  if (writes.length > 0)
    await db
      .collection<StoredRecord>(name)
      .bulkWrite(writes as never, { ordered: false, ignoreUndefined: true });
  const changedIds = fresh.filter(({ isNew }) => !isNew).map(({ id }) => id);
  return {
    added: fresh.length - changedIds.length,
    changed: changedIds.length,
    unchanged: records.length - fresh.length,
    changedIds,
  };
}

/** Those of the records that are new or of which the file says something else than before. */
export async function freshParts(db: Connection, name: string, records: readonly PartialRecord[]) {
  const found = await db
    .collection<StoredRecord>(name)
    .find({ _id: { $in: records.map(({ id }) => id) } }, { projection: { contentHash: 1 } })
    .toArray();
  const stored = new Map(found.map((record) => [record._id, record.contentHash]));
  return records
    .map((record) => ({
      ...record,
      hash: contentHash({ ...(record.compared ?? record.said), cleared: cleared(record.said) }),
      isNew: !stored.has(record.id),
    }))
    .filter(({ id, hash }) => stored.get(id) !== hash);
}

function cleared(said: object): string[] {
  return Object.entries(said)
    .filter(([, value]) => value === undefined)
    .map(([field]) => field)
    .sort();
}

async function readSchools(db: Connection, districtId: string): Promise<SchoolRef[]> {
  interface StoredSchool {
    _id: string;
    name: string;
    ncesId?: string;
    source: { system: string; id: string };
    otherIds?: { system: string; id: string }[];
  }
  const fields = { name: 1, ncesId: 1, source: 1, otherIds: 1 };
  const found = await db
    .collection<StoredSchool>('schools')
    .find({ districtId } as object, { projection: fields })
    .toArray();
  return found.map(({ _id, name, ncesId, source, otherIds }) => ({
    id: _id,
    sourceSystem: source.system,
    sourceId: source.id,
    ncesId,
    otherIds,
    name,
  }));
}
