import type { Connection } from 'mongoose';
import { keysOf } from '../../core/corrections/field-value.ts';
import { FIELD_NAMES } from '../../core/corrections/fields.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { type HeardChange, readCorrections } from '../corrections/correction-store.ts';
import { kindOf } from '../corrections/record-collections.ts';
import { followLinks } from '../duplicates/follow-links.ts';
import {
  type Before,
  compareRecord,
  type Incoming,
  replacementOf,
  type StoredRecord,
} from './compare-record.ts';
import { contentHash } from './content-hash.ts';

/** A record that is new or is to say something else than before, as an import writes it. */
export interface FreshRecord {
  id: string;
  /** What the import says. */
  said: Incoming;
  replacement: Record<string, unknown>;
  isNew: boolean;
}

/** What an import looks at of each record that is there. */
const LOOKED_AT = {
  contentHash: 1,
  changedAt: 1,
  saidAt: 1,
  fieldTimes: 1,
  corrected: 1,
  mergedInto: 1,
  capacities: 1,
  confidentiality: 1,
  schedules: 1,
  toldHours: 1,
} as const;

/**
 * Which of these records an import has to write, and what becomes of people's corrections: what people have told since
 * stays, and what
 * they have merged stays merged. Three round trips, whatever the number of records, and one more where some of them changed or were corrected.
 */
export async function freshRecords(
  db: Connection,
  name: string,
  records: readonly Incoming[],
  keepTimes: boolean,
): Promise<{ fresh: FreshRecord[]; heard: HeardChange[] }> {
  const now = new Date().toISOString();
  const read = await readBefore(db, name, records);
  const followed = await followLinks(db, name, records);
  const compared = records.map((record) => compareRecord(record, read, now));
  return {
    fresh: compared
      .filter(({ isFresh }) => isFresh)
      .map((each) => ({
        id: each.said.id,
        said: each.said,
        replacement: { ...replacementOf(each, now, keepTimes), ...followed(each.said) },
        isNew: each.before === undefined,
      })),
    heard: compared.flatMap(({ changes }) => changes),
  };
}

/** The records that are there, whole (as far as they can be corrected) where something is to be compared. */
async function readBefore(db: Connection, name: string, unique: readonly Incoming[]): Promise<Before> {
  const kind = kindOf(name);
  const collection = db.collection<StoredRecord>(name);
  const hashes = new Map(unique.map((record) => [record.id, contentHash(record)]));
  const found = await collection
    .find({ _id: { $in: [...hashes.keys()] } }, { projection: LOOKED_AT })
    .toArray();
  const stored = new Map(found.map((record) => [record._id, record]));
  if (!kind || found.length === 0) return { kind, stored, corrections: new Map(), hashes };
  // After the records: a correction that comes between the two readings changes its record's token.
  const corrections = groupBy(await readCorrections(db, kind, stored.keys()), ({ recordId }) => recordId);
  const asked = found.filter(
    ({ _id, contentHash }) => contentHash !== hashes.get(_id) || corrections.has(_id),
  );
  if (asked.length > 0) {
    const keys = FIELD_NAMES[kind].flatMap(keysOf);
    const projection = Object.fromEntries(keys.map((key) => [key, 1]));
    const whole = await collection
      .find({ _id: { $in: asked.map(({ _id }) => _id) } }, { projection })
      .toArray();
    for (const record of whole) stored.set(record._id, { ...record, ...stored.get(record._id) });
  }
  return { kind, stored, corrections, hashes };
}
