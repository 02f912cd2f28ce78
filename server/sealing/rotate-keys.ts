import type { Connection } from 'mongoose';
import type { Deps } from '../deps.ts';
import { rehashNames } from '../students/rehash-names.ts';
import { OWN_KEY } from './key-ring.ts';
import { FIXED_PLACES, SEALED_PLACES, type SealedPlace } from './sealed-places.ts';
import type { Sealing } from './sealing.ts';

export interface Rotation {
  currentKey: string;
  /** How many values were sealed anew, by place. */
  resealed: Record<string, number>;
  /** Values whose key is not in the ring, or that were changed: nobody can read them. */
  unreadable: Record<string, number>;
  namesHashedAnew: number;
  /** Older keys that something is still sealed with; all others can leave the ring. */
  stillNeeded: string[];
}

type Sealed = Pick<Deps, 'db' | 'sealing'>;

const BATCH = 500;

/**
 * Seals anew with the ring's first key what an older one has sealed. What is done is done: broken off, it goes on where
 * it was, and what somebody else writes at the same time stays as they wrote it.
 */
export async function rotateKeys(deps: Sealed, onStep: (what: string) => void = () => undefined) {
  const rotation: Rotation = {
    currentKey: deps.sealing.currentKey,
    resealed: {},
    unreadable: {},
    namesHashedAnew: 0,
    stillNeeded: [],
  };
  for (const place of SEALED_PLACES) {
    const name = `${place.collection}.${place.path}`;
    onStep(name);
    const { resealed, unreadable } = await resealPlace(deps, place);
    if (resealed > 0) rotation.resealed[name] = resealed;
    if (unreadable > 0) rotation.unreadable[name] = unreadable;
  }
  onStep('names');
  rotation.namesHashedAnew = await rehashNames(deps);
  rotation.stillNeeded = await keysStillNeeded(deps);
  return rotation;
}

interface Found {
  _id: unknown;
  [field: string]: unknown;
}

async function resealPlace({ db, sealing }: Sealed, place: SealedPlace) {
  const collection = db.collection<Found>(place.collection);
  const isOlder = { $exists: true, $not: new RegExp(`^${sealing.currentKey}\\.`) };
  const fields = { [place.path]: 1, ...(place.idField && { [place.idField]: 1 }) };
  const count = { resealed: 0, unreadable: 0 };
  let after: object = {};
  for (;;) {
    const found = await collection
      .find({ [place.path]: isOlder, ...after } as object, { projection: fields })
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray();
    const last = found.at(-1);
    if (!last) return count;
    after = { _id: { $gt: last._id } };
    const writes = found.flatMap((record) => resealOne(sealing, place, record) ?? []);
    count.unreadable += found.length - writes.length;
    if (writes.length > 0) count.resealed += (await collection.bulkWrite(writes as never)).modifiedCount;
  }
}

/** Changes the value only where it still is what was read. Undefined where it does not open. */
function resealOne(sealing: Sealing, place: SealedPlace, record: Found) {
  const old = valueAt(record, place.path);
  const id = String(record[place.idField ?? '_id']);
  const context = { collection: place.collection, id, field: place.field ?? place.path };
  const text = typeof old === 'string' ? opened(sealing, old, context) : undefined;
  if (text === undefined) return undefined;
  const update = { $set: { [place.path]: sealing.seal(text, context) } };
  return { updateOne: { filter: { _id: record._id, [place.path]: old }, update } };
}

function opened(sealing: Sealing, sealed: string, context: Parameters<Sealing['open']>[1]) {
  try {
    return sealing.open(sealed, context);
  } catch {
    // Told as a number: one value that nobody can read must not keep the others under an old key.
    return undefined;
  }
}

function valueAt(record: Found, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (part as Found | undefined)?.[name], record);
}

/** Ids of keys other than the current one with which anything is sealed. */
async function keysStillNeeded({ db, sealing }: Sealed): Promise<string[]> {
  const found = await Promise.all([...SEALED_PLACES, ...FIXED_PLACES].map((place) => keysAt(db, place)));
  const others = new Set(found.flat());
  others.delete(sealing.currentKey);
  return [...others].sort();
}

/** Students' own keys are no keys of the ring. */
async function keysAt(db: Connection, { collection, path }: SealedPlace): Promise<string[]> {
  const field = `$${path}`;
  const rows = await db
    .collection(collection)
    .aggregate<{ _id: string }>([
      { $match: { [path]: { $exists: true } } },
      { $project: { text: field } },
      { $unwind: '$text' },
      { $group: { _id: { $arrayElemAt: [{ $split: ['$text', '.'] }, 0] } } },
    ])
    .toArray();
  return rows.map(({ _id }) => _id).filter((id) => id !== OWN_KEY);
}
