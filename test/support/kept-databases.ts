import { randomUUID } from 'node:crypto';
import { type Connection, createConnection } from 'mongoose';
import { type CollectionSpec, model } from '../../server/store/collection.ts';

/** All databases of one run bear its name; processes that mocha starts inherit it. */
process.env.TEST_RUN ??= randomUUID().slice(0, 8);
const ofThisRun = `test_${process.env.TEST_RUN}_`;

/** Databases that a test is done with, by the collections whose indexes they hold. */
const free = new Map<string, string[]>();

/** A database that no other test uses until it is given back. */
export interface KeptDatabase {
  name: string;
  /** Leaves the collections and their indexes, and nothing in them. */
  prepare(db: Connection): Promise<void>;
  giveBack(): void;
}

/**
 * All indexes take most of a second of processor time to make, and the tests ask for them more than a hundred times; so
 * a database is emptied for the next test instead of dropped. It is emptied when it is taken, not when it is given
 * back: what the test before may have left under way is gone as well.
 */
export function takeDatabase(collections: readonly CollectionSpec[]): KeptDatabase {
  const kind = JSON.stringify(collections.map(({ name }) => name).sort());
  const known = free.get(kind)?.pop();
  const name = known ?? `${ofThisRun}${randomUUID().slice(0, 8)}`;
  return {
    name,
    prepare: (db) => (known ? emptyDatabase(db, collections) : createIndexes(db, collections)),
    giveBack: () => void free.set(kind, [...(free.get(kind) ?? []), name]),
  };
}

async function createIndexes(db: Connection, collections: readonly CollectionSpec[]): Promise<void> {
  await Promise.all(collections.map((spec) => model(db, spec).createIndexes()));
}

/** What has no indexes to keep goes as a whole. */
async function emptyDatabase(db: Connection, collections: readonly CollectionSpec[]): Promise<void> {
  const keep = new Set(collections.map(({ name }) => name));
  for (const { name } of await db.listCollections()) {
    if (keep.has(name)) await db.collection(name).deleteMany({});
    else await db.dropCollection(name);
  }
}

/** For mocha's package.json entry: the process that began the run drops all its databases at the end. */
export async function mochaGlobalTeardown(): Promise<void> {
  const { MONGODB_URI } = process.env;
  if (!MONGODB_URI) return;
  const connection = await createConnection(MONGODB_URI, { serverSelectionTimeoutMS: 2_000 }).asPromise();
  try {
    const { databases } = await connection.getClient().db('admin').admin().listDatabases({ nameOnly: true });
    for (const { name } of databases)
      if (name.startsWith(ofThisRun)) await connection.useDb(name).dropDatabase();
  } finally {
    await connection.close();
  }
}
