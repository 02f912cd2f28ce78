import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Connection, mongo } from 'mongoose';
import { AppError } from '../http/app-error.ts';
import { model } from '../store/collection.ts';
import { mergeWork } from './duplicate-collections.ts';

interface MergeWork {
  id: string;
  token: string;
  until: Date;
}

const ID = 'merging';
/** Longer than any merge takes; who died in one is waited for no longer. What was left half done is then finished. */
const MOST_MS = 60_000;
const TRIES = 40;
const PAUSE_MS = 100;

/** Does something while nobody else merges. Waits some seconds for others. */
export async function whileNobodyMerges<T>(
  db: Connection,
  now: () => Date,
  work: () => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  for (let tried = 0; !(await take(db, token, now())); tried += 1) {
    if (tried === TRIES)
      throw new AppError(409, 'busy', 'Somebody else is merging at this moment. Please try again.');
    await setTimeout(PAUSE_MS);
  }
  try {
    return await work();
  } finally {
    await workIn(db).deleteOne({ _id: ID, token } as object);
  }
}

async function take(db: Connection, token: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + MOST_MS);
  try {
    await workIn(db).updateOne(
      { _id: ID, until: { $lt: now } },
      { $set: { token, until } },
      { upsert: true },
    );
    return true;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === 11000) return false;
    throw error;
  }
}

const workIn = (db: Connection) => model<MergeWork>(db, mergeWork);
