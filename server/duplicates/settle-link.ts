import { isDeepStrictEqual } from 'node:util';
import { type Connection, mongo } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type MergeLinkRecord, mergeLinks } from './duplicate-collections.ts';
import type { MergedLink } from './merged-links.ts';

interface Step {
  recordId: string;
  record: Record<string, unknown>;
  value: unknown;
  original: unknown;
  target: unknown;
  /** The note on it says this already. */
  isNoted: boolean;
}

/**
 * Lets every link to a family of records point to where they are found now. What a link said at first is kept beside it,
 * so whatever was merged or undone since, it follows from that and from the merges alone: done again, or by two at once, or
 * after a break at any line, the outcome is the same.
 */
export async function settleLink(
  db: Connection,
  link: MergedLink,
  family: readonly string[],
  survivorOf: (id: string) => string,
): Promise<void> {
  const notes = await readNotes(db, link, family);
  const steps = (await readPointing(db, link, family, [...notes.keys()])).map((record): Step => {
    const { _id, ...rest } = record;
    const value = rest[link.field];
    const note = notes.get(_id);
    // Another value than we have ever written was told by somebody since: that is what it says from now on.
    const isOurs =
      note && [note.original, note.now, note.before].some((known) => isDeepStrictEqual(known, value));
    const original = isOurs ? note.original : value;
    const target = link.follow(original, survivorOf);
    const isNoted = isDeepStrictEqual([note?.original, note?.now], [original, target]);
    return { recordId: _id, record: rest, value, original, target, isNoted };
  });
  const isKept = ({ original, target }: Step) => !isDeepStrictEqual(original, target);
  await writeNotes(
    db,
    link,
    steps.filter((step) => isKept(step) && !step.isNoted),
  );
  await writeValues(
    db,
    link,
    steps.filter(({ value, target }) => !isDeepStrictEqual(value, target)),
  );
  const left = new Set(steps.filter(isKept).map(({ recordId }) => recordId));
  const gone = [...notes.values()].filter(({ recordId }) => !left.has(recordId)).map(({ id }) => id);
  if (gone.length > 0) await notesIn(db).deleteMany({ _id: { $in: gone } });
}

async function readNotes(db: Connection, { collection, field }: MergedLink, family: readonly string[]) {
  const found = await notesIn(db)
    .find({ ids: { $in: family }, collection, field } as object)
    .lean<Stored<MergeLinkRecord>[]>();
  return new Map(found.map((note) => [note.recordId, fromStored<MergeLinkRecord>(note)]));
}

function readPointing(
  db: Connection,
  { collection, field, path, also }: MergedLink,
  family: readonly string[],
  noted: readonly string[],
) {
  const fields = [field, ...(also ? [also.field, ...also.from] : [])];
  return db
    .collection<Record<string, unknown> & { _id: string }>(collection)
    .find({ $or: [{ _id: { $in: noted } }, { [path ?? field]: { $in: family } }] } as object, {
      projection: Object.fromEntries(fields.map((name) => [name, 1])),
    })
    .toArray();
}

type Noted = Pick<Step, 'recordId' | 'value' | 'original' | 'target'>;

async function writeNotes(db: Connection, link: MergedLink, steps: readonly Noted[]): Promise<void> {
  if (steps.length === 0) return;
  const writes = steps.map(({ recordId, value, original, target }) => {
    const note = noteOf(link, recordId, { original, now: target, before: value });
    return { replaceOne: { filter: { _id: note.id }, replacement: toStored(note), upsert: true } };
  });
  await notesIn(db).collection.bulkWrite(writes as never, { ordered: false });
}

function noteOf(
  { collection, field, idsIn }: MergedLink,
  recordId: string,
  values: Pick<MergeLinkRecord, 'original' | 'now' | 'before'>,
): MergeLinkRecord {
  const ids = [...new Set([...idsIn(values.original), ...idsIn(values.now)])].sort();
  return { id: `${collection}/${recordId}/${field}`, collection, recordId, field, ...values, ids };
}

/** Each only where it still says what was read: who changes it at the same moment has the last word. */
async function writeValues(db: Connection, link: MergedLink, steps: readonly Step[]): Promise<void> {
  const collection = db.collection<{ _id: string }>(link.collection);
  for (const { recordId, record, value, target } of steps) {
    const filter = { _id: recordId, [link.field]: value };
    const change = { [link.field]: target };
    const more = alsoOf(link, { ...record, ...change });
    try {
      await collection.updateOne(filter, { $set: { ...change, ...more } });
    } catch (error) {
      if (!(error instanceof mongo.MongoServerError && error.code === 11000 && more)) throw error;
      await collection.updateOne(filter, { $set: change });
    }
  }
}

/** What follows from the link, of a record that has it at all. */
function alsoOf({ also }: MergedLink, record: Record<string, unknown>): Record<string, unknown> | undefined {
  return also && record[also.field] !== undefined ? { [also.field]: also.make(record) } : undefined;
}

/** Notes that an import writes before the records that they are of: links through the merges in force. */
export async function noteImported(
  db: Connection,
  link: MergedLink,
  records: readonly { recordId: string; original: unknown; now: unknown }[],
): Promise<void> {
  const [moved, plain] = [
    records.filter(({ original, now }) => !isDeepStrictEqual(original, now)),
    records.filter(({ original, now }) => isDeepStrictEqual(original, now)),
  ];
  await writeNotes(
    db,
    link,
    moved.map(({ recordId, original, now }) => ({ recordId, value: now, original, target: now })),
  );
  if (plain.length > 0)
    await notesIn(db).deleteMany({
      _id: { $in: plain.map(({ recordId }) => `${link.collection}/${recordId}/${link.field}`) },
    });
}

export const notesIn = (db: Connection) => model<MergeLinkRecord>(db, mergeLinks);
