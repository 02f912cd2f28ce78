import type { SupplyPlace } from '../access/supply-place.ts';
import { type ScenarioChange, siteOf } from './scenario.ts';

/** A service as what-if knows it. */
export interface WhatIfSite extends SupplyPlace {
  /** Hours a week in which it is open; absent where nobody said. */
  hours?: number;
}

export interface ChangedSupply {
  /** What is open then, by id. */
  open: Map<string, WhatIfSite>;
  /** Changes that no longer say anything: their site is not there, or has told no hours that could be others. */
  pointless: ScenarioChange[];
}

/**
 * Makes the changes one after the other. The places given stay as they are. A service that is open twice as long has
 * twice the places, those that somebody typed included, in whatever order the two were changed.
 */
export function applyChanges(
  places: Iterable<WhatIfSite>,
  changes: readonly ScenarioChange[],
): ChangedSupply {
  const open = new Map<string, WhatIfSite>();
  for (const place of places) open.set(place.id, place);
  const hours = new Map<string, number>();
  const pointless: ScenarioChange[] = [];
  for (const change of changes) {
    const id = siteOf(change);
    const site = open.get(id);
    if (change.kind === 'add' || change.kind === 'remove') hours.delete(id);
    if (change.kind === 'add') open.set(id, { id, point: change.point, capacity: change.capacity });
    else if (!site || (change.kind === 'hours' && site.hours === undefined)) pointless.push(change);
    else if (change.kind === 'move') open.set(id, { ...site, point: change.point });
    else if (change.kind === 'capacity') open.set(id, { ...site, capacity: change.capacity });
    else if (change.kind === 'hours') hours.set(id, change.hours);
    else open.delete(id);
  }
  for (const [id, then] of hours) {
    const site = open.get(id);
    if (site?.hours) open.set(id, { ...site, capacity: (site.capacity * then) / site.hours, hours: then });
  }
  return { open, pointless };
}
