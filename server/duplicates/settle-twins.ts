import type { Connection } from 'mongoose';
import type { ServiceAtLocation } from '../../core/directory/service.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { model, type Stored } from '../store/collection.ts';
import type { MergeRecord } from './duplicate-collections.ts';
import { mergesIn, readMerges } from './merge-store.ts';
import { notesIn } from './settle-link.ts';

type Link = Pick<Stored<ServiceAtLocation>, '_id' | 'serviceId' | 'locationId'>;

/**
 * Where merging gave one service the same place twice, the links are merged, too: into the one that was there before, or
 * the first by id. What follows from the links as they are now is written down as merges of their own. The ids of links
 * whose merges have changed.
 */
export async function noteTwins(db: Connection, family: readonly string[], at: string): Promise<string[]> {
  const among = { $in: family };
  const links = await model<ServiceAtLocation>(db, servicesAtLocations)
    .find({ $or: [{ serviceId: among }, { locationId: among }] }, { serviceId: 1, locationId: 1 })
    .sort({ _id: 1 })
    .lean<Link[]>();
  const ids = links.map(({ _id }) => _id);
  const moved = new Set(
    await notesIn(db).distinct('recordId', {
      collection: servicesAtLocations.name,
      recordId: { $in: ids },
    } as object),
  );
  const wanted = new Map<string, string>();
  for (const twins of groupBy(links, ({ serviceId, locationId }) => `${serviceId} ${locationId}`).values()) {
    const stays = twins.find(({ _id }) => !moved.has(_id)) ?? twins[0]!;
    for (const { _id } of twins) if (_id !== stays._id && moved.has(_id)) wanted.set(_id, stays._id);
  }
  const known = (await readMerges(db, 'service-at-location')).filter(({ id }) => ids.includes(id));
  return changeTwins(db, known, wanted, at);
}

async function changeTwins(
  db: Connection,
  known: readonly MergeRecord[],
  wanted: ReadonlyMap<string, string>,
  at: string,
): Promise<string[]> {
  const stands = new Map(known.flatMap(({ id, into, state }) => (state === 'undoing' ? [] : [[id, into]])));
  const over = known.filter(({ id, into }) => wanted.get(id) !== into).map(({ id }) => id);
  const begun = [...wanted].filter(([id, into]) => stands.get(id) !== into);
  await mergesIn(db).updateMany({ _id: { $in: over } }, { $set: { state: 'undoing' } });
  for (const [id, into] of begun)
    await mergesIn(db).updateOne(
      { _id: id },
      { $set: { kind: 'service-at-location', into, at, state: 'merging' } },
      { upsert: true },
    );
  const unsettled = known.filter(({ state }) => state !== 'merged').map(({ id }) => id);
  return [...new Set([...over, ...begun.flat(), ...unsettled])];
}
