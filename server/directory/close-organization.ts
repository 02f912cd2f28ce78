import type { Connection } from 'mongoose';
import type { Service } from '../../core/directory/service.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { CHANGED_HERE } from './changed-here.ts';
import { type RebuildDeps, rebuildOffers } from './rebuild-offers.ts';
import { services } from './service-collection.ts';

type Status = Service['status'];

/**
 * Takes all services of an organization out of the directory, or those back in that were taken out this way. What each
 * was before is written down with it. An import that tells otherwise later has the last word. How many it changed.
 */
export async function closeOrganization(
  deps: RebuildDeps,
  organizationId: string,
  closed: boolean,
  at: Date,
): Promise<number> {
  const [from, to]: [Status, Status] = closed ? ['active', 'inactive'] : ['inactive', 'active'];
  const found = await readThem(deps.db, organizationId, from);
  const ids = found.filter((service) => closed || wasClosedHere(service)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const entry = {
    field: 'status',
    previousValue: from,
    replacementValue: to,
    date: at.toISOString(),
    updatedBy: CHANGED_HERE,
  };
  await model<Service>(deps.db, services).updateMany({ _id: { $in: ids }, status: from }, {
    $set: { status: to, changedAt: entry.date },
    $push: { metadata: entry },
  } as object);
  await rebuildOffers(deps, ids);
  return ids.length;
}

async function readThem(db: Connection, organizationId: string, status: Status): Promise<Service[]> {
  const found = await model<Service>(db, services)
    .find({ organizationId, status }, { status: 1, metadata: 1 })
    .lean<Stored<Service>[]>();
  return found.map((service) => fromStored<Service>(service));
}

/** By somebody here, not by the source. */
function wasClosedHere({ metadata }: Service): boolean {
  const last = metadata.findLast(({ field }) => field === 'status');
  return last?.replacementValue === 'inactive' && last.updatedBy === CHANGED_HERE;
}
