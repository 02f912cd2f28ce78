import { type Connection, mongo } from 'mongoose';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type StudentCountRecord, studentCounts } from './student-count-collection.ts';

const ID = 'all';

export async function readStudentCounts(db: Connection): Promise<StudentCountRecord | undefined> {
  const found = await countsOf(db).findById(ID).lean<Stored<StudentCountRecord>>();
  return found ? fromStored<StudentCountRecord>(found) : undefined;
}

/** Writes the count that follows `last`. Where somebody else was quicker, nothing is written and false comes back. */
export async function writeStudentCounts(
  db: Connection,
  next: Omit<StudentCountRecord, 'id' | 'version'>,
  last: StudentCountRecord | undefined,
): Promise<boolean> {
  const stored = toStored({ ...next, id: ID, version: (last?.version ?? 0) + 1 });
  try {
    const { collection } = countsOf(db);
    if (!last) return (await collection.insertOne(stored as never)).acknowledged;
    const filter = { _id: ID, version: last.version } as object;
    return (await collection.replaceOne(filter, stored)).modifiedCount === 1;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
    throw error;
  }
}

const countsOf = (db: Connection) => model<StudentCountRecord>(db, studentCounts);
