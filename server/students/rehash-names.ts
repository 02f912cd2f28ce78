import type { Deps } from '../deps.ts';
import { model, type Stored } from '../store/collection.ts';
import { nameHashes } from './name-hashes.ts';
import { openIdentity } from './seal-identity.ts';
import { type StudentRecord, students } from './student-collection.ts';

const BATCH = 500;

/** Hashes the names anew whose hashes are not those of the present index key. Doing it again changes nothing. */
export async function rehashNames({ db, sealing }: Pick<Deps, 'db' | 'sealing'>): Promise<number> {
  const collection = model<StudentRecord>(db, students);
  let changed = 0;
  for (let after = ''; ; ) {
    const found = await collection
      .find({ _id: { $gt: after }, sealedName: { $exists: true } }, { key: 1, sealedName: 1, nameHashes: 1 })
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Stored<StudentRecord>[]>();
    const last = found.at(-1);
    if (!last) return changed;
    after = last._id;
    const writes = found.flatMap(({ _id, ...record }) => {
      const { name } = openIdentity(sealing, { ...record, id: _id });
      const fresh = name && nameHashes(sealing, name);
      if (!fresh || fresh.join() === record.nameHashes?.join()) return [];
      const filter = { _id, sealedName: record.sealedName };
      return [{ updateOne: { filter, update: { $set: { nameHashes: fresh } } } }];
    });
    if (writes.length > 0) changed += (await collection.bulkWrite(writes as never)).modifiedCount;
  }
}
