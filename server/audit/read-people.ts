import type { Connection } from 'mongoose';
import type { Person } from '../../core/audit/access-record.ts';
import type { AuditActor } from '../../core/audit/entry.ts';
import type { Account } from '../accounts/account.ts';
import { accountCollection } from '../accounts/account-collection.ts';
import { model } from '../store/collection.ts';

/** The accounts of the log, by id: names for people to read, grants for the policy. One round trip. */
export async function readPeople(
  db: Connection,
  actors: readonly AuditActor[],
): Promise<Map<string, Pick<Account, 'name' | 'grants'>>> {
  const ids = new Set(actors.flatMap(({ accountId, viewedBy }) => [accountId, viewedBy]));
  const found = await model<Account>(db, accountCollection)
    .find({ _id: { $in: [...ids].filter((id) => id !== undefined) } }, { name: 1, grants: 1 })
    .lean<(Pick<Account, 'name' | 'grants'> & { _id: string })[]>();
  return new Map(found.map(({ _id, name, grants }) => [_id, { name, grants }]));
}

export function toPerson(
  { kind, accountId, viewedBy, roles }: AuditActor,
  people: ReadonlyMap<string, { name: string }>,
): Person {
  return {
    kind,
    name: (accountId !== undefined && people.get(accountId)?.name) || '',
    ...(accountId !== undefined && { accountId }),
    roles,
    ...(viewedBy !== undefined && { viewedBy: people.get(viewedBy)?.name ?? '' }),
  };
}
