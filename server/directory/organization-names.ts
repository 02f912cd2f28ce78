import type { Connection } from 'mongoose';
import type { Organization } from '../../core/directory/service.ts';
import { model } from '../store/collection.ts';
import { organizations } from './organization-collection.ts';

/** The names of organizations by id, in one round trip; one that has left the directory is not among them. */
export async function organizationNames(
  db: Connection,
  ids: Iterable<string>,
): Promise<Record<string, string>> {
  const found = await model<Organization>(db, organizations)
    .find({ _id: { $in: [...new Set(ids)] } }, { name: 1 })
    .lean<{ _id: string; name: string }[]>();
  return Object.fromEntries(found.map(({ _id, name }) => [_id, name]));
}
