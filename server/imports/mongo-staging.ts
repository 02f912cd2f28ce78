import type { Connection } from 'mongoose';
import { RECORD_TABLES } from '../../core/imports/hsds-tables.ts';
import { deleteInBatches } from './delete-in-batches.ts';
import { importStaging } from './import-collections.ts';
import { MOST_ROWS, type StagedDocument, type Staging } from './staging.ts';

/** The row itself is one text: quicker to write and read than its parts, and it may hold any key. */
type StagedRecord = Omit<StagedDocument, 'row'> & { _id: string; importId: string; row: string };

const BATCH = 1000;
/** Records with passes of their own; programs are parts of organizations. */
const OWN_PASS = RECORD_TABLES.filter((table) => table !== 'program');

/** The id of a row sorts as its number does. */
function placeOf(importId: string, n: number): string {
  return `${importId}/${String(n).padStart(12, '0')}`;
}

function toDocument({ _id, importId: _importId, row, ...rest }: StagedRecord): StagedDocument {
  return { ...rest, row: JSON.parse(row) as StagedDocument['row'] };
}

/** Staging in a collection of the database. */
export function createMongoStaging(db: Connection, importId: string): Staging {
  const collection = db.collection<StagedRecord>(importStaging.name);
  const read = async function* (filter: object, sort: Record<string, 1>): AsyncGenerator<StagedDocument> {
    const cursor = collection.find({ importId, ...filter }, { batchSize: BATCH }).sort(sort);
    for await (const record of cursor) yield toDocument(record);
  };
  const distinct = async (field: 'key' | 'parents', values: readonly string[]): Promise<Set<string>> => {
    if (values.length === 0) return new Set();
    const asked = new Set(values);
    const filter = { importId, [field]: { $in: [...asked] } };
    // The records alone, put together here: the engine takes several times as long to unwind and group them.
    const found = await collection
      .find(filter, { projection: { _id: 0, [field]: 1 }, batchSize: MOST_ROWS })
      .toArray();
    return new Set(found.flatMap((record) => record[field] ?? []).filter((value) => asked.has(value)));
  };
  return {
    async clear() {
      for (const [fields] of importStaging.indexes) await collection.createIndex(fields as Record<string, 1>);
      await deleteInBatches(collection, { importId });
    },
    async add(documents) {
      if (documents.length === 0) return;
      const records = documents.map(({ row, ...rest }) => {
        return { ...rest, row: JSON.stringify(row), _id: placeOf(importId, rest.n), importId };
      });
      await collection.insertMany(records, { ordered: false, ignoreUndefined: true });
    },
    ordered: (table) => read({ key: { $gte: `${table}:`, $lt: `${table};` } }, { key: 1, n: 1 }),
    parts: () => {
      const range = { $gt: placeOf(importId, 0), $lt: `${importId}0` };
      return read({ _id: range, table: { $nin: [...OWN_PASS, 'language_record', 'void'] } }, { _id: 1 });
    },
    async withKeys(keys) {
      if (keys.length === 0) return [];
      const filter = { importId, key: { $in: [...new Set(keys)] } };
      const found = await collection.find(filter).sort({ n: 1 }).limit(MOST_ROWS).toArray();
      return found.map(toDocument);
    },
    async withParents(parents, after = 0) {
      if (parents.length === 0) return [];
      const filter = {
        importId,
        parents: { $in: [...new Set(parents)] },
        ...(after > 0 ? { n: { $gt: after } } : {}),
      };
      const found = await collection.find(filter).sort({ n: 1 }).limit(MOST_ROWS).toArray();
      return found.map(toDocument);
    },
    existingKeys: (keys) => distinct('key', keys),
    existingParents: (parents) => distinct('parents', parents),
    async sharedPoints(minimum) {
      const pipeline = [
        { $match: { importId, key: { $gte: 'location:', $lt: 'location;' }, pointKey: { $exists: true } } },
        { $group: { _id: '$pointKey', keys: { $addToSet: '$key' } } },
        { $match: { [`keys.${minimum - 1}`]: { $exists: true } } },
      ];
      const found = await collection
        .aggregate<{ _id: string; keys: string[] }>(pipeline, { allowDiskUse: true })
        .toArray();
      return found.map(({ _id, keys }) => ({ pointKey: _id, keys }));
    },
    count: (table) => collection.countDocuments({ importId, key: { $gte: `${table}:`, $lt: `${table};` } }),
  };
}
