import type { Connection } from 'mongoose';
import type { DirectoryCollection } from './directory-store.ts';
import type { Staging } from './staging.ts';

/** The collections of a directory, and the tables that people know them by. */
export const TABLES = {
  organizations: 'organizations',
  locations: 'locations',
  services: 'services',
  services_at_locations: 'service_at_locations',
} as const;
export type Told = keyof typeof TABLES;

/** Behind the numbers of all rows of the files and of the links that services name in their own rows. */
const FIRST = 10_000_000_000;

const BATCH = 1000;

/** The records of a source as the directory holds them. */
export interface SourceRecord {
  _id: string;
  name?: string;
  confidentiality?: string;
}

/**
 * Which records an import has met, kept beside its rows so that memory does not grow with the file; and, by that, which
 * ones it has not met.
 */
export interface SeenRecords {
  add(collection: DirectoryCollection, ids: readonly string[]): Promise<void>;
  among(collection: DirectoryCollection, ids: readonly string[]): Promise<Set<string>>;
  /** Records that the source gave before, that were not met, and that no other import has marked; a batch at a time. */
  missing(collection: DirectoryCollection): AsyncGenerator<SourceRecord[]>;
}

export function seenRecords(
  db: Connection,
  staging: Staging,
  from: { source: string; importId: string },
): SeenRecords {
  let n = FIRST;
  const keyOf = (collection: string, id: string) => `seen:${collection}:${id}`;
  const among: SeenRecords['among'] = async (collection, ids) => {
    const keys = await staging.existingKeys(ids.map((id) => keyOf(collection, id)));
    return new Set(ids.filter((id) => keys.has(keyOf(collection, id))));
  };
  return {
    among,
    add: (collection, ids) => {
      const documents = ids.map((id) => {
        n += 1;
        return { n, table: 'void' as const, key: keyOf(collection, id), parents: [], row: BARE };
      });
      return staging.add(documents);
    },
    async *missing(collection) {
      for await (const batch of ofSource(db, collection, from)) {
        const met = await among(
          collection,
          batch.map(({ _id }) => _id),
        );
        const missing = batch.filter(({ _id }) => !met.has(_id));
        if (missing.length > 0) yield missing;
      }
    },
  };
}

const BARE = {
  table: 'organization' as const,
  parents: [],
  links: {},
  value: null,
  attributes: [],
  place: { file: '', line: 0 },
  embedded: true,
};

async function* ofSource(
  db: Connection,
  collection: DirectoryCollection,
  { source, importId }: { source: string; importId: string },
): AsyncGenerator<SourceRecord[]> {
  const cursor = db
    .collection<SourceRecord>(collection)
    .find(
      { 'source.system': source, $or: [{ goneSince: { $exists: false } }, { goneIn: importId }] } as object,
      {
        projection: { name: 1, confidentiality: 1 },
      },
    )
    .batchSize(BATCH);
  let batch: SourceRecord[] = [];
  for await (const record of cursor) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
