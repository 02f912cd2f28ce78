import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Connection } from 'mongoose';
import type { CollectionSpec } from '../../../server/store/collection.ts';
import { allCollections, ensureIndexes } from '../../../server/store/ensure-indexes.ts';
import { testDatabase } from '../../support/database.ts';

const serverDir = fileURLToPath(new URL('../../../server', import.meta.url));

/** Collections that others make and keep: GridFS its own indexes, the session store is given no more than a name. */
async function describeIndexes(db: Connection): Promise<Record<string, unknown>> {
  const names = (await db.listCollections()).map(({ name }) => name).sort();
  const described = await Promise.all(
    names.map(async (name) => {
      const indexes = await db.collection(name).indexes();
      return [name, indexes.sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))] as const;
    }),
  );
  return Object.fromEntries(described);
}

describe('The collections', () => {
  let db: Connection;
  let drop: () => Promise<void>;
  before(async () => {
    ({ connection: db, drop } = await testDatabase());
  });
  after(() => drop());

  it('are made with their indexes, and a second time changes nothing but what an earlier version left', async () => {
    await ensureIndexes(db);
    const first = await describeIndexes(db);
    for (const { name, indexes } of allCollections) {
      expect(first[name], name).to.have.length(indexes.length + 1);
    }
    await db.collection('students').createIndex({ nameHashes: 1 });
    await ensureIndexes(db);
    expect(await describeIndexes(db)).to.deep.equal(first);
  });

  it('have names of their own', () => {
    const names = allCollections.map(({ name }) => name);
    expect(names).to.have.length(new Set(names).size);
  });

  it('are all listed: no file of a collection is forgotten', async () => {
    const files = (await readdir(serverDir, { recursive: true })).filter((file) =>
      /-collections?\.ts$/.test(file),
    );
    expect(files).to.have.length.greaterThan(5);
    const listed = new Set(allCollections.map(({ name }) => name));
    for (const file of files) {
      const exported = Object.values((await import(`${serverDir}/${file}`)) as Record<string, unknown>);
      for (const { name } of exported.flat().filter(isSpec)) expect(listed, file).to.include(name);
    }
  });
});

function isSpec(value: unknown): value is CollectionSpec {
  return typeof value === 'object' && value !== null && 'name' in value && 'indexes' in value;
}
