import type { Connection } from 'mongoose';
import { model } from '../store/collection.ts';
import type { Account } from './account.ts';
import { accountCollection } from './account-collection.ts';

/** The names of accounts, by id, in one round trip. An account that has gone has none. */
export async function accountNames(db: Connection, ids: Iterable<string>): Promise<Map<string, string>> {
  const found = await model<Account>(db, accountCollection)
    .find({ _id: { $in: [...new Set(ids)] } }, { name: 1 })
    .lean<{ _id: string; name: string }[]>();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
