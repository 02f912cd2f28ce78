import type { Connection } from 'mongoose';
import type { Capacity, Service } from '../../core/directory/service.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import { AppError } from '../http/app-error.ts';
import { model } from '../store/collection.ts';
import { CHANGED_HERE } from './changed-here.ts';
import { rebuildOffers } from './rebuild-offers.ts';
import { services } from './service-collection.ts';

/** Changes of one service that are kept; the oldest give way. */
const KEPT_CHANGES = 200;

export interface CapacityChange {
  available: number;
  maximum?: number | undefined;
}

/** Writes how many places are free, with what was said before and who changed it, and renews the offers. */
export async function recordCapacity(
  { db, taxonomy }: { db: Connection; taxonomy: Taxonomy },
  service: Service,
  change: CapacityChange,
  at: Date,
): Promise<Service> {
  const before = service.capacities[0];
  const maximum = change.maximum ?? before?.maximum;
  if (maximum !== undefined && change.available > maximum) throw tooMany(maximum);
  const updated = at.toISOString();
  const after: Capacity = { unit: 'places', ...before, ...change, updated };
  if (maximum === undefined) delete after.maximum;
  else after.maximum = maximum;
  const capacities = [after, ...service.capacities.slice(1)];
  const entries = (['available', 'maximum'] as const)
    .filter((field) => before?.[field] !== after[field])
    .map((field) => ({
      field: `capacities.0.${field}`,
      ...(before?.[field] !== undefined && { previousValue: String(before[field]) }),
      replacementValue: String(after[field]),
      date: updated,
      updatedBy: CHANGED_HERE,
    }));
  await model<Service>(db, services).updateOne({ _id: service.id }, {
    $set: { capacities, changedAt: updated },
    $push: { metadata: { $each: entries, $slice: -KEPT_CHANGES } },
  } as object);
  await rebuildOffers({ db, taxonomy, today: updated.slice(0, 10) }, [service.id]);
  return { ...service, capacities, metadata: [...service.metadata, ...entries].slice(-KEPT_CHANGES) };
}

function tooMany(maximum: number): AppError {
  const message = `There cannot be more free places than the ${maximum} there are.`;
  return new AppError(400, 'invalid-input', message, [{ path: 'available', message }]);
}
