import type { Connection } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type ActionRecord, assessmentActions } from './assessment-collections.ts';

/** The actions of these places in a year, those that are due first on top. */
export async function actionsOf(
  db: Connection,
  placeIds: readonly string[],
  year: number,
): Promise<ActionRecord[]> {
  return read(db, { placeId: { $in: [...placeIds] }, year });
}

/** Open ones whose day is not later than this. */
export async function actionsDue(db: Connection, until: string): Promise<ActionRecord[]> {
  return read(db, { state: 'open', dueOn: { $lte: until } });
}

export async function readAction(db: Connection, id: string): Promise<ActionRecord | undefined> {
  return (await read(db, { _id: id }))[0];
}

export async function insertAction(db: Connection, action: ActionRecord): Promise<void> {
  await actionsIn(db).create(toStored(action));
}

/** Writes the next version. False where somebody else has written it before. */
export async function replaceAction(db: Connection, next: ActionRecord): Promise<boolean> {
  const { matchedCount } = await actionsIn(db).replaceOne(
    { _id: next.id, version: next.version - 1 },
    toStored(next),
  );
  return matchedCount === 1;
}

async function read(db: Connection, filter: object): Promise<ActionRecord[]> {
  const found = await actionsIn(db).find(filter).lean<Stored<ActionRecord>[]>();
  return found
    .map((action) => fromStored<ActionRecord>(action))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

const actionsIn = (db: Connection) => model<ActionRecord>(db, assessmentActions);
