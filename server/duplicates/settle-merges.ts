import type { Connection } from 'mongoose';
import { isStricter } from '../../core/directory/confidential.ts';
import { CONFIDENTIALITY, type Confidentiality } from '../../core/directory/service.ts';
import { locations } from '../directory/location-collection.ts';
import { organizations } from '../directory/organization-collection.ts';
import { type RebuildDeps, rebuildOffers } from '../directory/rebuild-offers.ts';
import { servicesAtLocations } from '../directory/service-at-location-collection.ts';
import { services } from '../directory/service-collection.ts';
import type { MergedKind, MergeRecord } from './duplicate-collections.ts';
import { familyOf, mergesIn, readMerges, survivorsAmong } from './merge-store.ts';
import { MERGED_LINKS } from './merged-links.ts';
import { settleLink } from './settle-link.ts';
import { noteTwins } from './settle-twins.ts';
import { settleVerifications } from './settle-verifications.ts';

export const COLLECTION_OF: Record<MergedKind, string> = {
  organization: organizations.name,
  location: locations.name,
  service: services.name,
  'service-at-location': servicesAtLocations.name,
};

/**
 * Makes everything so as the merges say that it is: which records are found, where links point, what is offered. It
 * follows from what is stored alone, so it can begin again anywhere, and changes nothing where all is well.
 */
export async function settleMerges(
  deps: RebuildDeps,
  kind: MergedKind,
  ids: readonly string[],
  at: string,
): Promise<void> {
  const { db } = deps;
  const known = await readMerges(db, kind);
  const family = familyOf(known, ids);
  const survivorOf = survivorsAmong(known);
  const own = known.filter(({ id }) => family.includes(id));
  await markMerged(db, kind, own);
  await keepSecret(db, kind, own, survivorOf);
  for (const link of MERGED_LINKS[kind]) await settleLink(db, link, family, survivorOf);
  if (kind === 'service') await settleVerifications(db, own);
  if (kind === 'service' || kind === 'location') {
    const twins = await noteTwins(db, family, at);
    if (twins.length > 0) await settleMerges(deps, 'service-at-location', twins, at);
  }
  await rebuildOffers(deps, await servicesOf(db, kind, family));
  await finish(db, own);
}

/** Those that somebody left half done. */
export async function repairMerges(deps: RebuildDeps, at: string): Promise<void> {
  for (const kind of ['organization', 'location', 'service', 'service-at-location'] as const) {
    const open = (await readMerges(deps.db, kind)).filter(({ state }) => state !== 'merged');
    if (open.length > 0)
      await settleMerges(
        deps,
        kind,
        open.map(({ id }) => id),
        at,
      );
  }
}

async function markMerged(db: Connection, kind: MergedKind, own: readonly MergeRecord[]): Promise<void> {
  const collection = db.collection<{ _id: string }>(COLLECTION_OF[kind]);
  for (const { id, into, state } of own)
    await collection.updateOne(
      { _id: id },
      state === 'undoing' ? { $unset: { mergedInto: 1 } } : { $set: { mergedInto: into } },
    );
}

/** A source may call a place confidential after it was merged: then the one that stands for it is, too. */
async function keepSecret(
  db: Connection,
  kind: MergedKind,
  own: readonly MergeRecord[],
  survivorOf: (id: string) => string,
): Promise<void> {
  if (kind !== 'service' && kind !== 'location') return;
  const collection = db.collection<{ _id: string; confidentiality?: Confidentiality }>(COLLECTION_OF[kind]);
  const found = await collection
    .find({ _id: { $in: own.map(({ id }) => id) }, confidentiality: { $in: ['partial', 'hidden'] } })
    .project<{ _id: string; confidentiality: Confidentiality }>({ confidentiality: 1 })
    .toArray();
  for (const { _id, confidentiality } of found) {
    const open = CONFIDENTIALITY.filter((level) => isStricter(confidentiality, level));
    const survivor = survivorOf(_id);
    if (survivor !== _id)
      await collection.updateOne(
        { _id: survivor, confidentiality: { $in: open } },
        { $set: { confidentiality } },
      );
  }
}

/** Services whose offers may be others now. */
async function servicesOf(db: Connection, kind: MergedKind, family: readonly string[]): Promise<string[]> {
  const among = { $in: family };
  if (kind === 'service') return [...family];
  if (kind === 'organization')
    return (await db.collection(services.name).distinct('_id', { organizationId: among })).map(String);
  const of = kind === 'location' ? { locationId: among } : { _id: among };
  return (await db.collection(servicesAtLocations.name).distinct('serviceId', of as object)).map(String);
}

async function finish(db: Connection, own: readonly MergeRecord[]): Promise<void> {
  const ids = own.map(({ id }) => id);
  await mergesIn(db).updateMany({ _id: { $in: ids }, state: 'merging' }, { $set: { state: 'merged' } });
  await mergesIn(db).deleteMany({ _id: { $in: ids }, state: 'undoing' });
}
