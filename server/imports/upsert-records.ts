import type { Connection } from 'mongoose';
import { saveHeard } from '../corrections/correction-store.ts';
import { noteLinks } from '../duplicates/follow-links.ts';
import { insertOrReplace } from '../store/insert-or-replace.ts';
import type { Incoming, StoredRecord } from './compare-record.ts';
import type { Upserted } from './directory-store.ts';
import { type FreshRecord, freshRecords } from './fresh-records.ts';

/** People who correct records while they are imported came first so often in a row that something is wrong. */
const MAX_TRIES = 50;

/**
 * Writes records by id. What says the same as before is not written; what people corrected stays as they said it, and
 * what the source says to it now becomes a proposal (core/corrections). Where somebody corrects one of them meanwhile,
 * they are read again. With `keepTimes` a new one's own time stays, also that it has none.
 */
export async function upsertRecords(
  db: Connection,
  name: string,
  records: readonly Incoming[],
  keepTimes: boolean,
): Promise<Upserted> {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()];
  if (unique.length === 0) return { added: 0, changed: 0, unchanged: 0, changedIds: [] };
  const first = await writeOnce(db, name, unique, keepTimes);
  let isWhole = first.isWhole;
  for (let tries = 1; !isWhole; tries += 1) {
    if (tries === MAX_TRIES) throw new Error(`${name} are changed again and again`);
    ({ isWhole } = await writeOnce(db, name, unique, keepTimes));
  }
  const changedIds = first.fresh.filter(({ isNew }) => !isNew).map(({ id }) => id);
  return {
    added: first.fresh.length - changedIds.length,
    changed: changedIds.length,
    unchanged: unique.length - first.fresh.length,
    changedIds,
  };
}

/** `isWhole`: nobody came between the reading and the writing. */
async function writeOnce(db: Connection, name: string, unique: readonly Incoming[], keepTimes: boolean) {
  const { fresh, heard } = await freshRecords(db, name, unique, keepTimes);
  // The proposals first: a record that is not written yet is compared again by the next import.
  const isHeard = await saveHeard(db, heard);
  return { fresh, isWhole: (await writeAll(db, name, fresh)) && isHeard };
}

async function writeAll(db: Connection, name: string, fresh: readonly FreshRecord[]): Promise<boolean> {
  if (fresh.length === 0) return true;
  await noteLinks(db, name, fresh);
  await insertOrReplace(
    db.collection<{ _id: string }>(name),
    fresh.flatMap(({ id, replacement, isNew }) => (isNew ? [{ ...replacement, _id: id }] : [])),
  );
  const changed = fresh.filter(({ isNew }) => !isNew);
  if (changed.length === 0) return true;
  const { matchedCount } = await db
    .collection<StoredRecord>(name)
    .bulkWrite(changed.map(toWrite) as never, { ordered: false, ignoreUndefined: true });
  return matchedCount === changed.length;
}

/** One that is there is written only if nobody has corrected it since it was read. */
function toWrite({ id, replacement }: FreshRecord) {
  const filter = { _id: id, corrected: replacement.corrected ?? { $exists: false } };
  return { replaceOne: { filter, replacement } };
}
