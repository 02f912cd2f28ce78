import { joinPairs } from '../../core/access/join-pairs.ts';
import { type Pairs, pairsFromMatrix } from '../../core/access/pairs.ts';
import type { SupplyPlace } from '../../core/access/supply-place.ts';
import type { Nearest } from '../../core/gaps/nearest-offer.ts';
import type { Position } from '../../core/geo/point.ts';
import type { TravelMode } from '../../core/travel/travel.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';

/** Minutes that are held at once: 8 MB of them. */
const AT_ONCE = 1_000_000;

export interface Ways {
  /** Of the places, in their order, to the sites within the limit. */
  pairs: Pairs;
  /** Of each place, whatever the limit; of equally near ones the first. */
  nearest: (Nearest | undefined)[];
}

export interface WaysQuestion {
  places: readonly Position[];
  /** By id. */
  sites: readonly SupplyPlace[];
  mode: TravelMode;
  limit: number;
  /** Told after each turn how many places are done; whether to go on. */
  onTurn?: (done: number) => Promise<boolean>;
}

/** Ways from places to sites as the engine knows them, some places at a time. Undefined: it was told to stop. */
export async function measureWays(
  engine: TravelEngine,
  { places, sites, mode, limit, onTurn }: WaysQuestion,
): Promise<Ways | undefined> {
  const points = sites.map(({ point }) => point);
  const rows = Math.max(1, Math.floor(AT_ONCE / Math.max(1, sites.length)));
  const parts: Pairs[] = [];
  const nearest: Ways['nearest'] = [];
  for (let from = 0; from < places.length; from += rows) {
    const some = places.slice(from, from + rows);
    const minutes = await engine.matrix(some, points, mode);
    parts.push(pairsFromMatrix(minutes, some.length, sites.length, limit));
    for (let row = 0; row < some.length; row++)
      nearest.push(nearestOf(minutes.subarray(row * sites.length, (row + 1) * sites.length), sites));
    if (onTurn && !(await onTurn(from + some.length))) return undefined;
  }
  return { pairs: joinPairs(parts), nearest };
}

function nearestOf(minutes: Float64Array, sites: readonly SupplyPlace[]): Nearest | undefined {
  let best: Nearest | undefined;
  for (const [n, { id }] of sites.entries())
    if (minutes[n]! < (best?.minutes ?? Number.POSITIVE_INFINITY))
      best = { offerId: id, minutes: minutes[n]! };
  return best;
}
