import type { Connection } from 'mongoose';
import type { MergeView } from '../../core/duplicates/duplicate-view.ts';
import { accountCollection } from '../accounts/account-collection.ts';
import { fromStored, type Stored } from '../store/collection.ts';
import type { MergeRecord } from './duplicate-collections.ts';
import { mergesIn } from './merge-store.ts';
import { COLLECTION_OF } from './settle-merges.ts';

const SHOWN = 50;

/** The merges that people made, newest first. */
export async function showMerges(db: Connection): Promise<{ items: MergeView[]; total: number }> {
  const judged = { kind: { $ne: 'service-at-location' } } as object;
  const [found, total] = await Promise.all([
    mergesIn(db).find(judged).sort({ at: -1, _id: 1 }).limit(SHOWN).lean<Stored<MergeRecord>[]>(),
    mergesIn(db).countDocuments(judged),
  ]);
  const shown = found.map((merge) => fromStored<MergeRecord>(merge));
  const ids = shown.flatMap(({ id, into }) => [id, into]);
  const names = new Map<string, string>();
  for (const name of new Set(shown.map(({ kind }) => COLLECTION_OF[kind])))
    for (const [id, said] of await namesIn(db, name, ids)) names.set(id, said);
  const accounts = new Map(
    await namesIn(
      db,
      accountCollection.name,
      shown.flatMap(({ by }) => by ?? []),
    ),
  );
  const items = shown.map(({ id, kind, into, at, by }) => ({
    id,
    kind: kind as MergeView['kind'],
    name: names.get(id) ?? '',
    into: { id: into, name: names.get(into) ?? '' },
    at,
    ...(by && accounts.has(by) && { by: accounts.get(by)! }),
  }));
  return { items, total };
}

async function namesIn(
  db: Connection,
  collection: string,
  ids: readonly string[],
): Promise<[string, string][]> {
  const found = await db
    .collection<{ _id: string; name: string }>(collection)
    .find({ _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return found.map(({ _id, name }) => [_id, name]);
}
