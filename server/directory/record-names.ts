import type { Connection } from 'mongoose';
import { type CollectionSpec, model } from '../store/collection.ts';
import { organizations } from './organization-collection.ts';
import { services } from './service-collection.ts';

/** Names by id; what has left the directory is not among them. */
type Names = Record<string, string>;

export function organizationNames(db: Connection, ids: Iterable<string>): Promise<Names> {
  return readNames(db, organizations, ids);
}

export function serviceNames(db: Connection, ids: Iterable<string>): Promise<Names> {
  return readNames(db, services, ids);
}

/** In one round trip. */
async function readNames(db: Connection, spec: CollectionSpec, ids: Iterable<string>): Promise<Names> {
  const found = await model<{ id: string; name: string }>(db, spec)
    .find({ _id: { $in: [...new Set(ids)] } }, { name: 1 })
    .lean<{ _id: string; name: string }[]>();
  return Object.fromEntries(found.map(({ _id, name }) => [_id, name]));
}
