import type { Connection } from 'mongoose';
import { type CollectionSpec, model } from '../store/collection.ts';
import { organizations } from './organization-collection.ts';
import { services } from './service-collection.ts';

/** Names by id, also of what is no longer offered; what has left the directory is not among them. */
type Names = Map<string, string>;

export function organizationNames(db: Connection, ids: Iterable<string>): Promise<Names> {
  return readNames(db, organizations, ids);
}

export function serviceNames(db: Connection, ids: Iterable<string>): Promise<Names> {
  return readNames(db, services, ids);
}

/** Those of both at once. */
export async function readNamesOf(
  db: Connection,
  of: { serviceIds: readonly string[]; organizationIds: readonly string[] },
): Promise<{ services: Names; organizations: Names }> {
  const [found, owners] = await Promise.all([
    serviceNames(db, of.serviceIds),
    organizationNames(db, of.organizationIds),
  ]);
  return { services: found, organizations: owners };
}

/** In one round trip. */
async function readNames(db: Connection, spec: CollectionSpec, ids: Iterable<string>): Promise<Names> {
  const found = await model<{ id: string; name: string }>(db, spec)
    .find({ _id: { $in: [...new Set(ids)] } }, { name: 1 })
    .lean<{ _id: string; name: string }[]>();
  return new Map(found.map(({ _id, name }) => [_id, name]));
}
