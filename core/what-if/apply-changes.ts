import type { SupplyPlace } from '../access/supply-place.ts';
import { type ScenarioChange, siteOf } from './scenario.ts';

export interface ChangedSupply {
  /** What is open then, by id. */
  open: Map<string, SupplyPlace>;
  /** Changes that no longer say anything: their site is not there, such as a service that has closed since. */
  pointless: ScenarioChange[];
}

/** Makes the changes one after the other. The places given stay as they are. */
export function applyChanges(
  places: Iterable<SupplyPlace>,
  changes: readonly ScenarioChange[],
): ChangedSupply {
  const open = new Map<string, SupplyPlace>();
  for (const place of places) open.set(place.id, place);
  const pointless: ScenarioChange[] = [];
  for (const change of changes) {
    const id = siteOf(change);
    const site = open.get(id);
    if (change.kind === 'add') open.set(id, { id, point: change.point, capacity: change.capacity });
    else if (!site) pointless.push(change);
    else if (change.kind === 'move') open.set(id, { ...site, point: change.point });
    else if (change.kind === 'capacity') open.set(id, { ...site, capacity: change.capacity });
    else open.delete(id);
  }
  return { open, pointless };
}
