import type { Connection } from 'mongoose';
import type { Service } from '../../core/directory/service.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { isDue, orderQueue, placesInUse } from '../../core/verification/order-queue.ts';
import { lastVerified } from '../../core/verification/verified.ts';
import type { Deps } from '../deps.ts';
import { NOT_MERGED } from '../directory/directory-store.ts';
import { organizationNames } from '../directory/record-names.ts';
import { services } from '../directory/service-collection.ts';
import type { Access } from '../http/route.ts';
import { model } from '../store/collection.ts';
import { readVerifications } from './verification-store.ts';

type Reading = Pick<Deps, 'db' | 'rules' | 'clock'>;
type ReadService = Pick<Service, 'name' | 'organizationId' | 'assuredDate'> &
  Partial<Pick<Service, 'capacities'>> & { _id: string };

/** A screen shows so many of the queue; the next come up when these are done. */
const MOST_SHOWN = 100;

/**
 * Active services that are open to who asks, what to verify next first. The directory is read as far as the queue
 * needs it: some short fields of each service.
 */
export async function listVerifiable({ db, rules, clock }: Reading, isOpen: (resource: Resource) => boolean) {
  const found = await readServices(db);
  const open = found.filter(({ organizationId }) => isOpen({ organizationId }));
  const words = await readVerifications(
    db,
    open.map(({ _id }) => _id),
  );
  const day = utcDay(clock());
  const queue = orderQueue(
    open.map((service) => ({
      id: service._id,
      name: service.name,
      organizationId: service.organizationId,
      capacity: service.capacities?.[0],
      verified: lastVerified(service.assuredDate, words.get(service._id)),
      inUse: placesInUse(service.capacities?.[0]),
    })),
    day,
    rules.verification,
  );
  const due = queue.filter((service) => isDue(service, day, rules.verification));
  return { queue, due: due.length, dueIds: new Set(due.map(({ id }) => id)) };
}

/** As the page shows it. */
export async function showQueue(deps: Reading, access: Access) {
  const { queue, due, dueIds } = await listVerifiable(
    deps,
    access.opens((resource: Resource) => resource),
  );
  const shown = queue.slice(0, MOST_SHOWN);
  const names = await organizationNames(
    deps.db,
    shown.map(({ organizationId }) => organizationId),
  );
  return {
    total: queue.length,
    due,
    freshDays: deps.rules.verification.freshDays,
    items: shown.map(({ inUse: _, organizationId, verified, capacity, ...service }) => ({
      ...service,
      organization: { id: organizationId, name: names.get(organizationId) ?? organizationId },
      verified: verified ?? null,
      capacity: capacity ?? null,
      due: dueIds.has(service.id),
    })),
  };
}

function readServices(db: Connection): Promise<ReadService[]> {
  return model<Service>(db, services)
    .find(
      { status: 'active', ...NOT_MERGED },
      { name: 1, organizationId: 1, assuredDate: 1, capacities: { $slice: 1 } },
    )
    .sort({ _id: 1 })
    .lean<ReadService[]>();
}
