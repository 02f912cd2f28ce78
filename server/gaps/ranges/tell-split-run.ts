import { stepsInKm } from '../../../core/access/points/steps-in-km.ts';
import { relativeAccess } from '../../../core/access/relative-access.ts';
import { measureAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult } from '../../../core/gaps/gap.ts';
import { peopleToCount, tellPlaces } from '../../../core/gaps/measure-places.ts';
import { nearestFinder } from '../../../core/gaps/nearest-offer.ts';
import type { Deps } from '../../deps.ts';
import { travelEngine } from '../../travel/travel-engine.ts';
import { type GapProblem, loadGapProblem, tellGaps } from '../gap-problem.ts';
import type { RangeProblemRecord } from './range-collections.ts';
import { inputsOf } from './split-problem.ts';
import { joinAccess } from './work-on-range.ts';

/**
 * The figures of a run that went range by range, as if it had been computed in one go. Undefined where places or sites
 * are others by now than those that were counted.
 */
export async function tellSplitRun(
  deps: Pick<Deps, 'db' | 'rules' | 'config' | 'clock'>,
  problem: RangeProblemRecord,
  params: GapParams,
  now: Date,
): Promise<GapResult | undefined> {
  const rule = deps.rules.travel[params.mode];
  const measure = measureAsked(params);
  const steps = measure && stepsInKm(measure, rule);
  if (!measure || !steps) return undefined;
  const loaded = { ...(await loadGapProblem(deps, params, measure, now)), measure };
  if (inputsOf(loaded, steps) !== problem.inputs) return undefined;
  const { method, limit, relative } = measure;
  const people = peopleToCount(method, loaded.places);
  const joined = await joinAccess(deps.db, problem);
  const access = relative ? joined.map((values, who) => relativeAccess(values, people[who]!)) : joined;
  const nearest = nearestOf(loaded, rule);
  const isOut = (place: number) => !((nearest[place]?.minutes ?? Number.POSITIVE_INFINITY) <= limit);
  return tellGaps(loaded, travelEngine(deps), nearest, { places: tellPlaces(method, access, isOut) });
}

function nearestOf({ places, supply }: GapProblem, rule: Parameters<typeof nearestFinder>[1]) {
  const sites = supply.places.map(({ id, point }) => ({
    id,
    point: { type: 'Point' as const, coordinates: point },
  }));
  const find = nearestFinder(sites, rule);
  return places.map(({ point }) => find(point));
}
