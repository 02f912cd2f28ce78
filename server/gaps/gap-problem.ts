import type { AccessMeasure } from '../../core/access/access-measure.ts';
import { type Supply, supplyOf } from '../../core/access/supply-of.ts';
import { computeGaps, type GapInput } from '../../core/gaps/compute-gaps.ts';
import { demandAsked } from '../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult } from '../../core/gaps/gap.ts';
import type { MeasuredPlace, MeasuredPlaces } from '../../core/gaps/measure-places.ts';
import type { Nearest } from '../../core/gaps/nearest-offer.ts';
import { placesToMeasure } from '../../core/gaps/places-to-measure.ts';
import { tellAccess } from '../../core/gaps/tell-access.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import { type LoadedDemand, loadDemand } from '../demand/load-demand.ts';
import { withDeprivation } from '../demand/with-deprivation.ts';
import type { Deps } from '../deps.ts';
import { type GapWorld, loadGapWorld } from './gap-world.ts';

/** What is asked in one gap run of access, of whom, and what there is. */
export interface GapProblem {
  asked: Pick<GapInput, 'params' | 'taxonomy' | 'travel'> & GapWorld;
  measure: AccessMeasure | undefined;
  demand: LoadedDemand | undefined;
  supply: Supply;
  /** By id. */
  places: MeasuredPlace[];
}

export async function loadGapProblem(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  params: GapParams,
  measure: AccessMeasure | undefined,
  now: Date,
): Promise<GapProblem> {
  const world = await loadGapWorld(db, rules, params, now);
  const demand = measure && (await loadAskedDemand(db, rules, params, now));
  const supply = supplyOf(world.offers, rules.access);
  const places = placesToMeasure(demand?.places ?? [], world.schools, world.counts.groups);
  const asked = { params, ...world, taxonomy: rules.taxonomy, travel: rules.travel };
  return { asked, measure, demand, supply, places };
}

/** How unequally access is shared is asked by deprivation too, so places get to know theirs. */
async function loadAskedDemand(db: Deps['db'], rules: Deps['rules'], params: GapParams, now: Date) {
  const demand = await loadDemand(db, rules, demandAsked(params), now);
  return { ...demand, places: await withDeprivation(db, demand.places) };
}

/**
 * @param nearest of each place
 * @param measured of each place, where a measure is asked for
 */
export function tellGaps(
  { asked, demand, supply, places }: GapProblem,
  { name, version }: Pick<TravelEngine, 'name' | 'version'>,
  nearest: readonly (Nearest | undefined)[],
  measured: MeasuredPlaces | undefined,
): GapResult {
  const at = new Map<string, Nearest | undefined>();
  const areas = new Set(demand?.places.flatMap(({ id, kind }) => (kind === 'area' ? [id] : [])));
  // Asked for are schools and cells alone.
  for (const [i, { id, point }] of places.entries()) if (!areas.has(id)) at.set(point.join(), nearest[i]);
  const result = computeGaps({
    ...asked,
    counts: countsFor(asked),
    nearestTo: (origin) => origin && at.get(origin.join()),
  });
  if (!demand || !measured) return result;
  const travel = { engine: name, version };
  return tellAccess(result, { demand, supply, places, measured, nearest, travel });
}

/** Where others than students are counted, a row says nothing of students. */
function countsFor({ params, counts }: GapProblem['asked']): GapWorld['counts'] {
  const { of } = demandAsked(params);
  if (of === 'students' || of === 'need') return counts;
  return { ...counts, groups: [], emptySchools: [], needs: [], matched: false };
}
