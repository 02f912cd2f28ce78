import { type Model, mongo } from 'mongoose';

/**
 * Makes a record if it is not there, and tells whether it did. Of several who do so at the same moment one makes it; an
 * upsert would fail for the others on some engines.
 */
export async function insertOnce<T extends { _id: string }>(
  collection: Model<T>,
  record: T,
): Promise<boolean> {
  try {
    await collection.collection.insertOne(record as never);
    return true;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
    throw error;
  }
}
