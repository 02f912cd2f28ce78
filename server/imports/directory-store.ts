import type { Connection } from 'mongoose';
import { contentHash } from './content-hash.ts';

export type DirectoryCollection =
  | 'organizations'
  | 'services'
  | 'locations'
  | 'services_at_locations'
  | 'schools'
  | 'students';

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
  /** Which of these ids exist. */
  existing(collection: DirectoryCollection, ids: readonly string[]): Promise<Set<string>>;
  /** Ids of the services that are given at these locations or by these organizations. */
  servicesOf(links: {
    locationIds?: readonly string[];
    organizationIds?: readonly string[];
  }): Promise<string[]>;
}

interface StoredRecord {
  _id: string;
  contentHash?: string;
  capacities?: { updated?: string }[];
}

/** The store over the collections themselves: three round trips a call, whatever the number of records. */
export function createDirectoryStore(db: Connection): DirectoryStore {
  const collection = (name: string) => db.collection<StoredRecord>(name);
  return {
    async upsertMany(name, records) {
      const unique = [...new Map(records.map((record) => [record.id, record])).values()];
      if (unique.length === 0) return { added: 0, changed: 0, unchanged: 0, changedIds: [] };
      const filter = { _id: { $in: unique.map(({ id }) => id) } };
      const found = await collection(name)
        .find(filter, { projection: { contentHash: 1, capacities: 1 } })
        .toArray();
      const stored = new Map(found.map((record) => [record._id, record]));
      const hashed = unique.map((record) => ({ record, hash: contentHash(record) }));
      const fresh = hashed.filter(({ record, hash }) => stored.get(record.id)?.contentHash !== hash);
      const writes = fresh.map(({ record, hash }) => {
        const { id, ...rest } = { ...record, ...laterCapacities(record, stored.get(record.id)) };
        return {
          replaceOne: { filter: { _id: id }, replacement: { ...rest, contentHash: hash }, upsert: true },
        };
      });
      if (writes.length > 0)
        await collection(name).bulkWrite(writes, { ordered: false, ignoreUndefined: true });
      const changedIds = fresh.map(({ record }) => record.id).filter((id) => stored.has(id));
      return {
        added: fresh.length - changedIds.length,
        changed: changedIds.length,
        unchanged: unique.length - fresh.length,
        changedIds,
      };
    },
    async existing(name, ids) {
      if (ids.length === 0) return new Set();
      const found = await collection(name)
        .find({ _id: { $in: [...new Set(ids)] } }, { projection: { _id: 1 } })
        .toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    async servicesOf({ locationIds = [], organizationIds = [] }) {
      const [atPlaces, ofOrganizations] = await Promise.all([
        locationIds.length === 0
          ? []
          : db
              .collection<{ _id: string; serviceId: string }>('services_at_locations')
              .find({ locationId: { $in: [...locationIds] } }, { projection: { serviceId: 1 } })
              .toArray(),
        organizationIds.length === 0
          ? []
          : collection('services')
              .find({ organizationId: { $in: [...organizationIds] } } as object, { projection: { _id: 1 } })
              .toArray(),
      ]);
      return [
        ...new Set([...atPlaces.map(({ serviceId }) => serviceId), ...ofOrganizations.map(({ _id }) => _id)]),
      ];
    },
  };
}

/**
 * Free places that a partner has told since are newer than what a file repeats: they stay where the file brings none
 * that are later.
 */
function laterCapacities(record: object, stored: StoredRecord | undefined): object {
  const kept = stored?.capacities ?? [];
  const incoming = ('capacities' in record ? record.capacities : []) as { updated?: string }[];
  return kept.length > 0 && latest(kept) > latest(incoming) ? { capacities: kept } : {};
}

function latest(capacities: readonly { updated?: string }[]): number {
  return Math.max(0, ...capacities.map(({ updated }) => (updated ? Date.parse(updated) || 0 : 0)));
}
