import type { Connection } from 'mongoose';
import {
  type PlacementRules,
  type PlacesOffer,
  placesOf,
  poolOf,
  takesPlace,
} from '../../core/placement/places.ts';
import type { PlanConflict } from '../../core/placement/plan.ts';
import { insertPlacements, placementsAt, placementsOfNeeds, releasePlaces } from './placement-store.ts';
import type { PlacementRecord } from './plan-collections.ts';

/** After each round somebody has taken a place; so many others in a row are no accident. */
const MOST_ROUNDS = 50;

export interface Taken {
  placed: PlacementRecord[];
  conflicts: PlanConflict[];
}

/**
 * Puts placements in force as far as places are free, in their order. A place is a number below the count of places,
 * and numbers are unique among what is in force: of two who take the last one at the same moment, one fails, looks
 * again and finds it full. So nothing is counted twice, whatever process dies where.
 */
export async function takePlaces(
  db: Connection,
  rules: PlacementRules,
  offers: ReadonlyMap<string, PlacesOffer>,
  wanted: readonly PlacementRecord[],
): Promise<Taken> {
  const taken: Taken = { placed: [], conflicts: [] };
  const serviceIds = [...new Set([...offers.values()].map(({ serviceId }) => serviceId))];
  let open = [...wanted];
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    const [inForce, there] = await Promise.all([
      placementsOfNeeds(
        db,
        open.map(({ id }) => id),
      ),
      placementsAt(db, serviceIds),
    ]);
    const isOther = ({ id }: PlacementRecord) => inForce.has(id);
    taken.conflicts.push(...open.filter(isOther).map(({ id }) => ({ row: id, code: 'placed' as const })));
    const { given, full } = await giveOut(
      db,
      rules,
      offers,
      there,
      open.filter((one) => !isOther(one)),
    );
    taken.conflicts.push(...full.map(({ id }) => ({ row: id, code: 'full' as const })));
    const placed = await insertPlacements(db, given);
    taken.placed.push(...placed);
    const done = new Set(placed.map(({ id }) => id));
    open = given.filter(({ id }) => !done.has(id));
  }
  taken.conflicts.push(...open.map(({ id }) => ({ row: id, code: 'changed' as const })));
  return taken;
}

async function giveOut(
  db: Connection,
  rules: PlacementRules,
  offers: ReadonlyMap<string, PlacesOffer>,
  there: readonly PlacementRecord[],
  wanted: readonly PlacementRecord[],
): Promise<{ given: PlacementRecord[]; full: PlacementRecord[] }> {
  const free = new Map<string, number[]>();
  const released: PlacementRecord[] = [];
  const atService = new Map<string, PlacementRecord[]>();
  for (const one of there) {
    const list = atService.get(one.serviceId);
    if (list) list.push(one);
    else atService.set(one.serviceId, [one]);
  }
  for (const offer of offers.values()) {
    const pool = poolOf(offer);
    if (free.has(pool)) continue;
    const own = (atService.get(offer.serviceId) ?? []).filter(
      ({ offerId }) => offer.placesShared || offerId === offer.id,
    );
    const counted = own.filter(({ at }) => takesPlace(offer, at));
    released.push(...own.filter(({ at, place }) => place !== undefined && !takesPlace(offer, at)));
    free.set(
      pool,
      freeNumbers(
        placesOf(offer, rules),
        counted.map(({ place }) => numberIn(pool, place)),
      ),
    );
  }
  await releasePlaces(db, released);
  const given: PlacementRecord[] = [];
  const full: PlacementRecord[] = [];
  for (const one of wanted) {
    const pool = poolOf(offers.get(one.offerId)!);
    const number = free.get(pool)!.shift();
    if (number === undefined) full.push(one);
    else given.push({ ...one, place: `${pool}#${number}` });
  }
  return { given, full };
}

/** Numbers below the count that nobody has. Whoever takes a place without such a number takes the highest ones. */
function freeNumbers(places: number, held: readonly (number | undefined)[]): number[] {
  const used = new Set(held.filter((number) => number !== undefined && number < places));
  const end = places - (held.length - used.size);
  return Array.from({ length: Math.max(0, end) }, (_, number) => number).filter(
    (number) => !used.has(number),
  );
}

function numberIn(pool: string, place: string | undefined): number | undefined {
  return place?.startsWith(`${pool}#`) ? Number(place.slice(pool.length + 1)) : undefined;
}
