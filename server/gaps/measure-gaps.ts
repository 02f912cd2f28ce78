import type { Supply } from '../../core/access/supply-of.ts';
import { computeGaps } from '../../core/gaps/compute-gaps.ts';
import { demandAsked, measureAsked } from '../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult } from '../../core/gaps/gap.ts';
import { type MeasuredPlace, measurePlaces } from '../../core/gaps/measure-places.ts';
import { placesToMeasure } from '../../core/gaps/places-to-measure.ts';
import { tellAccess } from '../../core/gaps/tell-access.ts';
import type { Position } from '../../core/geo/point.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import { watchTravel } from '../../core/travel/watch-travel.ts';
import { loadDemand } from '../demand/load-demand.ts';
import { withDeprivation } from '../demand/with-deprivation.ts';
import type { Deps } from '../deps.ts';
import { travelEngine } from '../travel/travel-engine.ts';
import { type GapWorld, loadGapWorld } from './gap-world.ts';
import { loadSupply } from './load-supply.ts';
import { measureWays, type Ways } from './measure-ways.ts';

/** Told how much is done of how much; whether to go on. */
export type Going = (done: number, total: number) => Promise<boolean>;

/** The figures of one gap run. Undefined: it was told to stop. */
export async function measureGaps(
  deps: Deps,
  params: GapParams,
  going: Going,
  now: Date,
): Promise<GapResult | undefined> {
  const { engine, note } = watchTravel(travelEngine(deps), params.mode);
  const result = await measureBy(engine, deps, params, going, now);
  return result && engine.name !== 'straight' ? { ...result, travel: await note() } : result;
}

async function measureBy(
  engine: TravelEngine,
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  params: GapParams,
  going: Going,
  now: Date,
): Promise<GapResult | undefined> {
  const measure = measureAsked(params);
  const world = await loadGapWorld(db, rules, params, now);
  const asked = { params, ...world, taxonomy: rules.taxonomy, travel: rules.travel };
  // The straight line to the nearest is found without asking all pairs.
  if (!measure && engine.name === 'straight')
    return (await going(0, world.counts.groups.length)) ? computeGaps(asked) : undefined;
  const demand = measure && (await loadAskedDemand(db, rules, params, now));
  const supply = await loadSupply(db, rules, params.terms);
  const places = placesToMeasure(demand?.places ?? [], world.schools, world.counts.groups);
  const ways = await waysOf(engine, params, places, supply, going);
  if (!ways) return undefined;
  const result = computeGaps({
    ...asked,
    counts: countsFor(params, world),
    nearestTo: nearestTo(places, ways),
  });
  if (!measure || !demand) return result;
  const travel = { engine: engine.name, version: engine.version };
  const among = measure.method === 'fca-ratio' ? await amongPlaces(engine, params, places) : undefined;
  const capacity = Float64Array.from(supply.places, (place) => place.capacity);
  const measured = measurePlaces({ measure, places, capacity, pairs: ways.pairs, ...(among && { among }) });
  return tellAccess(result, { demand, supply, places, measured, nearest: ways.nearest, travel });
}

/** How unequally access is shared is asked by deprivation too, so places get to know theirs. */
async function loadAskedDemand(db: Deps['db'], rules: Deps['rules'], params: GapParams, now: Date) {
  const demand = await loadDemand(db, rules, demandAsked(params), now);
  return { ...demand, places: await withDeprivation(db, demand.places) };
}

function waysOf(
  engine: TravelEngine,
  { mode, minutes }: GapParams,
  places: readonly MeasuredPlace[],
  supply: Supply,
  going: Going,
): Promise<Ways | undefined> {
  return measureWays(engine, {
    places: places.map(({ point }) => point),
    sites: supply.places,
    mode,
    limit: minutes,
    onTurn: (done) => going(done, places.length),
  });
}

async function amongPlaces(
  engine: TravelEngine,
  { mode, minutes }: GapParams,
  places: readonly MeasuredPlace[],
) {
  const sites = places.map(({ id, point, people }) => ({ id, point, capacity: people }));
  const ways = await measureWays(engine, {
    places: places.map(({ point }) => point),
    sites,
    mode,
    limit: minutes,
  });
  return ways?.pairs;
}

/** Where others than students are counted, a row says nothing of students. */
function countsFor(params: GapParams, { counts }: GapWorld): GapWorld['counts'] {
  const { of } = demandAsked(params);
  if (of === 'students' || of === 'need') return counts;
  return { ...counts, groups: [], emptySchools: [], needs: [], matched: false };
}

function nearestTo(places: readonly MeasuredPlace[], { nearest }: Ways) {
  const at = new Map(places.map(({ point }, i) => [point.join(), nearest[i]]));
  return (origin: Position | undefined) => origin && at.get(origin.join());
}
