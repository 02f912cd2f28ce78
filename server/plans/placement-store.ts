import { type Connection, mongo } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type PlacementRecord, placements } from './plan-collections.ts';

/** Ids of one question: a document of MongoDB may have 16 MB. */
const ASKED_AT_ONCE = 10_000;

/** The placements in force for these needs (PlanRow.id), by need. */
export async function placementsOfNeeds(
  db: Connection,
  needs: readonly string[],
): Promise<Map<string, PlacementRecord>> {
  const found = new Map<string, PlacementRecord>();
  for (let at = 0; at < needs.length; at += ASKED_AT_ONCE) {
    const ids = needs.slice(at, at + ASKED_AT_ONCE);
    for (const one of await read(db, { _id: { $in: ids } })) found.set(one.id, one);
  }
  return found;
}

/** The placements in force at these services; without a list, all. Not those of students who have left. */
export function placementsAt(db: Connection, serviceIds?: readonly string[]): Promise<PlacementRecord[]> {
  return read(db, { ...(serviceIds && { serviceId: { $in: serviceIds } }), ...STILL_HERE });
}

const STILL_HERE = { hasLeft: { $exists: false } };

/** How many are in force, exactly: what an engine estimates of itself may be long out of date. */
export function countPlacements(db: Connection): Promise<number> {
  return placementsIn(db).countDocuments(STILL_HERE as object);
}

async function read(db: Connection, filter: object): Promise<PlacementRecord[]> {
  const found = await placementsIn(db)
    .find(filter)
    .batchSize(ASKED_AT_ONCE)
    .sort({ _id: 1 })
    .lean<Stored<PlacementRecord>[]>();
  return found.map((one) => fromStored<PlacementRecord>(one));
}

/** Puts placements in force. Those whose need or place is taken already are not, and are not among the answer. */
export async function insertPlacements(
  db: Connection,
  records: readonly PlacementRecord[],
): Promise<PlacementRecord[]> {
  if (records.length === 0) return [];
  try {
    await placementsIn(db).collection.insertMany(records.map(toStored) as never, { ordered: false });
    return [...records];
  } catch (error) {
    if (!(error instanceof mongo.MongoBulkWriteError)) throw error;
    const failed = [error.writeErrors].flat();
    if (failed.some(({ code }) => code !== 11000)) throw error;
    const taken = new Set(failed.map(({ index }) => index));
    return records.filter((_, index) => !taken.has(index));
  }
}

/** Ends placements, each as long as it is still at the place that one knows. */
export async function endPlacements(
  db: Connection,
  known: readonly Pick<PlacementRecord, 'id' | 'offerId' | 'at'>[],
): Promise<void> {
  if (known.length === 0) return;
  const deletions = known.map(({ id, offerId, at }) => ({ deleteOne: { filter: { _id: id, offerId, at } } }));
  await placementsIn(db).collection.bulkWrite(deletions as never, { ordered: false });
}

/** Lets go of places that a newer count of the partner knows of. */
export async function releasePlaces(
  db: Connection,
  held: readonly Pick<PlacementRecord, 'id' | 'place'>[],
): Promise<void> {
  if (held.length === 0) return;
  const filter = { _id: { $in: held.map(({ id }) => id) }, place: { $in: held.map(({ place }) => place) } };
  await placementsIn(db).updateMany(filter as object, { $unset: { place: 1 } } as object);
}

const placementsIn = (db: Connection) => model<PlacementRecord>(db, placements);
