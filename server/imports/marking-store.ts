import type { Connection } from 'mongoose';
import { readCorrections } from '../corrections/correction-store.ts';
import type { DirectoryStore } from './directory-store.ts';
import { type SeenRecords, TABLES, type Told } from './seen-records.ts';

/**
 * The real store, which at the end marks what the source gave before and the file no longer has: services become
 * inactive, and places of services are offered no more. Nothing is deleted. As soon as the source has a record again, it
 * is what the source says: without its fingerprint it is written anew.
 */
export function createMarkingStore(
  db: Connection,
  real: DirectoryStore,
  { seen, importId }: { seen: SeenRecords; importId: string },
  rebuildOffers: (serviceIds: readonly string[]) => Promise<unknown>,
): DirectoryStore {
  return {
    ...real,
    async upsertMany(name, records) {
      await seen.add(name, [...new Set(records.map(({ id }) => id))]);
      return real.upsertMany(name, records);
    },
    async end() {
      let marked = 0;
      for (const name of Object.keys(TABLES) as Told[]) {
        for await (const missing of seen.missing(name)) {
          const ids = missing.map(({ _id }) => _id);
          await mark(db, name, ids, importId);
          // Also of what a try of this import marked that broke off before the offers were made.
          const services = name === 'services' ? ids : await servicesAt(db, name, ids);
          if (services.length > 0) await rebuildOffers(services);
          // A link that is gone is told nowhere, so that its service has changed is the only sign of it.
          if (name === 'services_at_locations') await noteChange(db, services);
          marked += ids.length;
        }
      }
      return { marked };
    },
  };
}

async function mark(db: Connection, name: Told, ids: readonly string[], goneIn: string): Promise<void> {
  const now = new Date().toISOString();
  const $set = { goneSince: now, goneIn, changedAt: now };
  const $unset = { contentHash: 1 as const };
  const collection = db.collection<{ _id: string }>(name);
  await collection.updateMany({ _id: { $in: [...ids] } }, { $set, $unset });
  if (name !== 'services') return;
  // Whether a service is given stays what a person said of it.
  const said = (await readCorrections(db, 'service', ids)).filter(({ field }) => field === 'status');
  const own = new Set(said.map(({ recordId }) => recordId));
  const others = ids.filter((id) => !own.has(id));
  await collection.updateMany({ _id: { $in: others } }, { $set: { status: 'inactive' } } as object);
}

async function noteChange(db: Connection, serviceIds: readonly string[]): Promise<void> {
  await db
    .collection<{ _id: string }>('services')
    .updateMany({ _id: { $in: [...serviceIds] } }, { $set: { changedAt: new Date().toISOString() } });
}

async function servicesAt(db: Connection, name: Told, ids: readonly string[]): Promise<string[]> {
  if (name !== 'services_at_locations') return [];
  const found = await db
    .collection<{ _id: string; serviceId: string }>(name)
    .find({ _id: { $in: [...ids] } }, { projection: { serviceId: 1 } })
    .toArray();
  return [...new Set(found.map(({ serviceId }) => serviceId))];
}
