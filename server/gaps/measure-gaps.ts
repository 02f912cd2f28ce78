import type { Supply } from '../../core/access/supply-of.ts';
import { computeGaps } from '../../core/gaps/compute-gaps.ts';
import { measureAsked } from '../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult } from '../../core/gaps/gap.ts';
import { type MeasuredPlace, measurePlaces } from '../../core/gaps/measure-places.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import { watchTravel } from '../../core/travel/watch-travel.ts';
import type { Deps } from '../deps.ts';
import { travelEngine } from '../travel/travel-engine.ts';
import { loadGapProblem, tellGaps } from './gap-problem.ts';
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
  deps: Pick<Deps, 'db' | 'rules'>,
  params: GapParams,
  going: Going,
  now: Date,
): Promise<GapResult | undefined> {
  const measure = measureAsked(params);
  const problem = await loadGapProblem(deps, params, measure, now);
  const { asked, supply, places } = problem;
  // The straight line to the nearest is found without asking all pairs.
  if (!measure && engine.name === 'straight')
    return (await going(0, asked.counts.groups.length)) ? computeGaps(asked) : undefined;
  const ways = await waysOf(engine, params, places, supply, going);
  if (!ways) return undefined;
  if (!measure) return tellGaps(problem, engine, ways.nearest, undefined);
  const among = measure.method === 'fca-ratio' ? await amongPlaces(engine, params, places) : undefined;
  const capacity = Float64Array.from(supply.places, (place) => place.capacity);
  const measured = measurePlaces({ measure, places, capacity, pairs: ways.pairs, ...(among && { among }) });
  return tellGaps(problem, engine, ways.nearest, measured);
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
