import type { Connection } from 'mongoose';
import type { CollectionSpec } from '../store/collection.ts';

/** Whom every screen names: a document a credit, under its own words. */
export const credits: CollectionSpec = { name: 'credits', indexes: [] };

/** More would fill the map that they stand on. */
const MOST = 20;

/** Remembers whom records of an import say to name. Nothing is forgotten: their records may be merged into others. */
export async function addCredits(db: Connection, words: Iterable<string>): Promise<void> {
  for (const word of words)
    await db
      .collection<{ _id: string }>(credits.name)
      .updateOne({ _id: word }, { $setOnInsert: { _id: word } }, { upsert: true });
}

export async function readCredits(db: Connection): Promise<string[]> {
  const found = await db
    .collection<{ _id: string }>(credits.name)
    .find()
    .sort({ _id: 1 })
    .limit(MOST)
    .toArray();
  return found.map(({ _id }) => _id);
}
