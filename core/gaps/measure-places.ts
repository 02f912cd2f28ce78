import type { AccessMeasure } from '../access/access-measure.ts';
import { measureAccess } from '../access/measure-access.ts';
import type { Pairs } from '../access/pairs.ts';
import type { Position } from '../geo/point.ts';

/** A place at which access is measured. Somewhere nobody is counted one can look, too. */
export interface MeasuredPlace {
  id: string;
  point: Position;
  people: number;
  low?: number;
  high?: number;
}

export interface PlaceAccess {
  /** Null: no data, or nothing in reach to measure. */
  access: number | null;
  low?: number;
  high?: number;
  outOfReach: boolean;
}

export interface MeasuredPlaces {
  /** In the order of the places. */
  places: PlaceAccess[];
  equilibriumGap?: number;
}

export interface PlacesProblem {
  measure: AccessMeasure;
  places: readonly MeasuredPlace[];
  capacity: Float64Array;
  /** Within the limit of the measure, in the order of the places. */
  pairs: Pairs;
  /** From place to place, for the FCA ratio. */
  among?: Pairs;
}

/** More people, less access, and nothing else in it: for these a range of people is a range of access. */
const FALLING = new Set<AccessMeasure['method']>(['2sfca', 'e2sfca', '3sfca', 'fca-ratio']);
/** Places that come to somebody: they can be shared equally or not. */
const SHARED = new Set<AccessMeasure['method']>([...FALLING, 'weighted-catchment', 'cumulative']);
/** Sums over what is in reach: over nothing they are 0. */
const SUMMING = new Set<AccessMeasure['method']>([...SHARED, 'coverage']);
/** RAAM is about people who go somewhere: where nobody is counted, so many are thought of who change nothing. */
const SOMEBODY = 1e-6;

/** Whether it can be asked how unequally a measure is spread: of minutes and of costs it cannot. */
export function isShared(method: AccessMeasure['method']): boolean {
  return SHARED.has(method);
}

/**
 * A measure at every place. A place within whose limit nothing lies is `outOfReach`: that is known, so a sum over it is
 * 0. What is infinite (places for nobody) is no data.
 */
export function measurePlaces(problem: PlacesProblem): MeasuredPlaces {
  const { measure, places, pairs } = problem;
  const results = peopleToCount(measure.method, places).map((demand) => measureWith(problem, demand));
  const [asTold] = results;
  const isOut = (i: number) => pairs.start[i] === pairs.start[i + 1];
  return {
    places: tellPlaces(
      measure.method,
      results.map(({ access }) => access),
      isOut,
    ),
    ...(asTold?.equilibriumGap !== undefined && { equilibriumGap: asTold.equilibriumGap }),
  };
}

/** Whom a measure counts: people as told, and where margins leave a range the most and the fewest that they may be. */
export function peopleToCount(
  method: AccessMeasure['method'],
  places: readonly MeasuredPlace[],
): Float64Array[] {
  const told = Float64Array.from(places, ({ people }) => (method === 'raam' ? people || SOMEBODY : people));
  const hasRange =
    FALLING.has(method) && places.some(({ low, high }) => low !== undefined || high !== undefined);
  if (!hasRange) return [told];
  const most = Float64Array.from(places, ({ people, high }) => high ?? people);
  const fewest = Float64Array.from(places, ({ people, low }) => low ?? people);
  return [told, most, fewest];
}

/** @param access of everybody in `peopleToCount`: as told, with the most people, with the fewest */
export function tellPlaces(
  method: AccessMeasure['method'],
  [asTold = new Float64Array(), low, high]: readonly Float64Array[],
  isOut: (place: number) => boolean,
): PlaceAccess[] {
  return Array.from(asTold, (told, i) => {
    if (isOut(i)) return { access: SUMMING.has(method) ? 0 : null, outOfReach: true };
    return {
      access: Number.isFinite(told) ? told : null,
      outOfReach: false,
      ...(low && Number.isFinite(low[i]) && { low: low[i]! }),
      ...(high && Number.isFinite(high[i]) && { high: high[i]! }),
    };
  });
}

function measureWith({ measure, capacity, pairs, among }: PlacesProblem, demand: Float64Array) {
  return measureAccess(measure, { demand, supply: capacity, pairs, ...(among && { among }) });
}
