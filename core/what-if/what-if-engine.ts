import { decayWeight } from '../access/decay.ts';
import type { SupplyPlace } from '../access/supply-place.ts';
import { type RangedPeople, sumPeople } from '../demand/sum-people.ts';
import type { Position } from '../geo/point.ts';
import { applyChanges, type WhatIfSite } from './apply-changes.ts';
import { around } from './catchment.ts';
import { floatingAccess } from './floating-access.ts';
import { nearestOpen } from './nearest-open.ts';
import { samePlace, samePoint } from './same-place.ts';
import type { ScenarioChange } from './scenario.ts';
import type { Snapshot } from './snapshot.ts';

/** What holds when some changes are made. Columns stand in the order of the demand places. */
export interface WhatIfResult {
  /** To the nearest open site, whatever the limit; Infinity where there is none. */
  minutes: Float64Array;
  /** Places for each person, E2SFCA; NaN where no open site is in reach. */
  access: Float64Array;
  totals: WhatIfTotals;
  /** Changes that say nothing any more, because their site is not there. */
  pointless: ScenarioChange[];
  /** Distances that were looked at for this answer. */
  looked: number;
}

export interface WhatIfTotals {
  people: number;
  /** People whose nearest open site is within the minutes asked. */
  covered: number;
  /** What the margins of error of those leave possible, where there are any. */
  coveredLow?: number;
  coveredHigh?: number;
  /** Of all who can get to one at all; null where nobody can. */
  meanMinutes: number | null;
  sites: number;
}

export interface WhatIf {
  /** Without any change. */
  before: WhatIfResult;
  /** All changes that are to hold, not only the new ones. */
  set(changes: readonly ScenarioChange[]): WhatIfResult;
}

/**
 * Answers what would be otherwise, again and again: only sites that differ from the last answer are computed. The same
 * changes give the same answer, to the last bit, whatever was asked before.
 */
export function createWhatIf(snapshot: Snapshot): WhatIf {
  const { demand, travel, measure, question } = snapshot;
  const positions = demand.longitude.map((lon, n): Position => [lon, demand.latitude[n]!]);
  const first = sitesOf(snapshot);
  const floating = floatingAccess({
    places: around(positions),
    people: demand.people,
    travel,
    limit: measure.limit,
    weightOf: measure.decay ? decayWeight(measure.decay) : () => 1,
  });
  const ranges = rangesOf(demand);
  const nearest = nearestOpen(positions, first, travel);
  let open: ReadonlyMap<string, SupplyPlace> = new Map();

  function set(changes: readonly ScenarioChange[]): WhatIfResult {
    const next = applyChanges(first, changes);
    const { gone, come } = differences(open, next.open);
    let looked = 0;
    for (const site of gone) looked += floating.take(site);
    for (const site of come) looked += floating.add(site);
    const stays = (site: SupplyPlace, other?: SupplyPlace) => other && samePoint(site.point, other.point);
    looked += nearest.change(
      gone.filter((site) => !stays(site, next.open.get(site.id))),
      come.filter((site) => !stays(site, open.get(site.id))),
    );
    open = next.open;
    const minutes = nearest.minutes.slice();
    return {
      minutes,
      access: Float64Array.from(positions, (_, place) => floating.accessAt(place)),
      totals: {
        ...totalsOf(demand.people, minutes, question.minutes, open.size),
        ...coveredRange(ranges, minutes, question.minutes),
      },
      pointless: next.pointless,
      looked,
    };
  }

  return { before: set([]), set };
}

export function sitesOf({ sites }: Pick<Snapshot, 'sites'>): WhatIfSite[] {
  return sites.ids.map((id, n) => {
    const hours = sites.hours[n] ?? undefined;
    return {
      id,
      point: [sites.longitude[n]!, sites.latitude[n]!],
      capacity: sites.capacity[n]!,
      ...(hours !== undefined && { hours }),
    };
  });
}

function differences(last: ReadonlyMap<string, SupplyPlace>, next: ReadonlyMap<string, SupplyPlace>) {
  return {
    gone: [...last.values()].filter((site) => !samePlace(site, next.get(site.id))),
    come: [...next.values()].filter((site) => !samePlace(site, last.get(site.id))),
  };
}

function totalsOf(
  people: readonly number[],
  minutes: Float64Array,
  limit: number,
  sites: number,
): WhatIfTotals {
  let [all, covered, able, sum] = [0, 0, 0, 0];
  for (let place = 0; place < people.length; place++) {
    const here = people[place]!;
    const way = minutes[place]!;
    all += here;
    if (way <= limit) covered += here;
    if (way < Number.POSITIVE_INFINITY) {
      able += here;
      sum += here * way;
    }
  }
  return { people: all, covered, meanMinutes: able > 0 ? sum / able : null, sites };
}

/** Undefined where nothing but counts is known. */
function rangesOf({ people, low, high }: Snapshot['demand']): RangedPeople[] | undefined {
  if (!low && !high) return undefined;
  return people.map((n, place) => ({ people: n, low: low?.[place] ?? n, high: high?.[place] ?? n }));
}

function coveredRange(ranges: readonly RangedPeople[] | undefined, minutes: Float64Array, limit: number) {
  if (!ranges) return {};
  const { low, high } = sumPeople(ranges.filter((_, place) => minutes[place]! <= limit));
  return { ...(low !== undefined && { coveredLow: low }), ...(high !== undefined && { coveredHigh: high }) };
}
