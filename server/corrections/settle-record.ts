import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { RecordKind } from '../../core/corrections/correction.ts';
import { type DirectoryRecord, keysOf, withFieldValue } from '../../core/corrections/field-value.ts';
import { isSame } from '../../core/corrections/is-same.ts';
import { type RecordNotes, saidSince } from '../directory/record-notes.ts';
import { deleteEnded, readCorrections } from './correction-store.ts';
import { COLLECTION_OF } from './record-collections.ts';

type StoredRecord = DirectoryRecord & RecordNotes & { _id: string };

/** Others came first so often in a row that something is wrong. */
const MAX_TRIES = 50;

/**
 * Makes a record say what its corrections say, and lets go of those that were taken back. Doing it again changes
 * nothing, so whoever comes after a process that died between two writes puts it right.
 */
export async function settleRecord(db: Connection, kind: RecordKind, id: string, at: string): Promise<void> {
  const collection = db.collection<StoredRecord>(COLLECTION_OF[kind].name);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    // The record first: a correction that comes between the two readings changes the token, and we read again.
    const stored = await collection.findOne({ _id: id });
    if (!stored) return;
    const corrected = await readCorrections(db, kind, [id]);
    const settled = corrected.reduce<DirectoryRecord>(
      (record, { field, value }) => withFieldValue(record, field, value),
      stored,
    );
    const keys = [...new Set(corrected.flatMap(({ field }) => keysOf(field)))];
    const changed = keys.filter((key) => !isSame(stored[key], settled[key]));
    const asRead = { _id: id, corrected: stored.corrected ?? { $exists: false } };
    const { matchedCount } = await collection.updateOne(
      asRead as object,
      toUpdate(settled, changed, {
        corrected: randomUUID(),
        ...(changed.length > 0 && { changedAt: at, ...firstSaid(stored) }),
      }),
      { ignoreUndefined: true },
    );
    if (matchedCount === 0) continue;
    return deleteEnded(
      db,
      corrected.filter(({ ended }) => ended),
    );
  }
  throw new Error(`${kind} ${id} is changed again and again`);
}

/** A correction makes a record younger, its source's word stays as old as it is. */
function firstSaid(notes: RecordNotes): RecordNotes {
  const saidAt = saidSince(notes);
  return saidAt === undefined ? {} : { saidAt };
}

function toUpdate(record: DirectoryRecord, keys: readonly string[], notes: RecordNotes) {
  const cleared = keys.filter((key) => record[key] === undefined);
  const set = Object.fromEntries(
    keys.filter((key) => record[key] !== undefined).map((key) => [key, record[key]]),
  );
  return {
    $set: { ...set, ...notes },
    ...(cleared.length > 0 && { $unset: Object.fromEntries(cleared.map((key) => [key, 1 as const])) }),
  };
}
