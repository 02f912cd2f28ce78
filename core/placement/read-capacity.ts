import type { FaultBook } from './plan-faults.ts';
import type { PlanInput } from './plan-input.ts';

/** Places of each pool as whole numbers, no more than there are needs. What is no number of places opens none. */
export function readCapacity(
  { capacity, offerIds, pool, urgency }: PlanInput,
  poolOf: Uint32Array,
  book: FaultBook,
): Int32Array {
  const pools = pool ? capacity.length : offerIds.length;
  const places = new Int32Array(pools);
  const named = firstOffers(poolOf, pools);
  for (let at = 0; at < pools; at++) {
    const given = capacity[at];
    const fault = faultOf(given);
    if (fault) book.note(fault, offerIds[named[at]!]);
    if (fault && fault !== 'capacity-fraction') continue;
    places[at] = Math.min(Math.floor(given ?? 0), urgency.length);
  }
  return places;
}

function faultOf(places: number | undefined) {
  if (places === undefined || places === null) return 'capacity-missing';
  if (!Number.isFinite(places)) return 'capacity-not-a-number';
  if (places < 0) return 'capacity-negative';
  return Number.isInteger(places) ? undefined : 'capacity-fraction';
}

/** Per pool: the first offer that draws on it, by which it is named. */
function firstOffers(poolOf: Uint32Array, pools: number): Int32Array {
  const first = new Int32Array(pools).fill(-1);
  for (let offer = poolOf.length - 1; offer >= 0; offer--) first[poolOf[offer]!] = offer;
  return first;
}
