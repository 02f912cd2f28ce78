import type { Connection } from 'mongoose';
import { needOf } from './open-rows.ts';
import { readPairs } from './pair-store.ts';
import { placementsAt } from './placement-store.ts';
import type { PlacementRecord } from './plan-collections.ts';
import { readRowRecords } from './plan-store.ts';

/** What people have decided, as far as a new plan goes by it. By need: PlanRow.id. */
export interface PeoplesChoices {
  /** All placements in force, at whatever need. */
  inForce: ReadonlyMap<string, PlacementRecord>;
  /** Offers that were refused for a need in the plan that goes on, and in those before it. */
  refused: ReadonlyMap<string, ReadonlySet<string>>;
  /** Needs that are kept together. */
  together: readonly (readonly [string, string])[];
}

export async function readChoices(db: Connection, basedOn: string | undefined): Promise<PeoplesChoices> {
  const [inForce, rows, pairs] = await Promise.all([
    placementsAt(db),
    basedOn === undefined ? [] : readRowRecords(db, basedOn),
    basedOn === undefined ? [] : readPairs(db, basedOn),
  ]);
  const refused = rows.flatMap((row) => {
    const own = row.state === 'refused' && row.offerId !== undefined ? [row.offerId] : [];
    const all = new Set([...row.refusedOffers, ...own]);
    return all.size > 0 ? [[needOf(row), all] as const] : [];
  });
  return {
    inForce: new Map(inForce.map((one) => [one.id, one])),
    refused: new Map(refused),
    together: pairs.filter(({ active }) => active).map((pair) => pair.rows),
  };
}
