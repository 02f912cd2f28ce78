import type { Address } from '../../core/directory/service.ts';
import { isStandInFor, SHARED_BY } from '../../core/imports/shared-point.ts';
import type { Staging } from './staging.ts';

const BATCH = 100;

/** Keys of the locations whose point many places share that stand at different addresses. */
export async function findStandIns(staging: Staging): Promise<Set<string>> {
  const shared = await staging.sharedPoints(SHARED_BY);
  const found = new Set<string>();
  for (let at = 0; at < shared.length; at += BATCH) {
    const points = shared.slice(at, at + BATCH);
    const addresses = await addressesByLocation(
      staging,
      points.flatMap(({ keys }) => keys),
    );
    for (const { keys } of points) {
      const lines = keys.map((key) => addresses.get(key)).filter((line) => line !== undefined);
      if (isStandInFor(lines)) for (const key of keys) found.add(key);
    }
  }
  return found;
}

async function addressesByLocation(staging: Staging, keys: readonly string[]): Promise<Map<string, string>> {
  const byLocation = new Map<string, string>();
  for (const { table, parents, row } of await staging.withParents(keys)) {
    const line = table === 'address' ? (row.value as Address).address1 : undefined;
    if (line) for (const key of parents) if (!byLocation.has(key)) byLocation.set(key, line);
  }
  return byLocation;
}
