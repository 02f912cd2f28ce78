import type { Offer } from '../../core/directory/offer.ts';
import { type PlacementRules, placesOf, poolOf, takesPlace } from '../../core/placement/places.ts';
import type { PlacementRecord } from './plan-collections.ts';

export interface PlanPlaces {
  /** Per offer: its pool. */
  pool: Uint32Array;
  /** Per pool: places, without those that are held for needs outside the plan. */
  capacity: Int32Array;
}

/** What is free before the plan: the partners' last count without what was given away since. */
export function planPlaces(
  offers: readonly Offer[],
  rules: PlacementRules,
  heldOutside: readonly PlacementRecord[],
): PlanPlaces {
  const positions = new Map<string, number>();
  const capacity: number[] = [];
  const pool = Uint32Array.from(offers, (offer) => {
    const key = poolOf(offer);
    const at = positions.get(key) ?? capacity.push(placesOf(offer, rules)) - 1;
    positions.set(key, at);
    return at;
  });
  const byId = new Map(offers.map((offer, at) => [offer.id, { offer, at }]));
  for (const { offerId, at } of heldOutside) {
    const held = byId.get(offerId);
    if (held && takesPlace(held.offer, at)) capacity[pool[held.at]!]! -= 1;
  }
  return { pool, capacity: Int32Array.from(capacity, (places) => Math.max(0, places)) };
}
