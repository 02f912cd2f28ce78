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
  const { method } = measure;
  const asTold = measureWith(problem, ({ people }) => (method === 'raam' ? people || SOMEBODY : people));
  const hasRange =
    FALLING.has(method) && places.some(({ low, high }) => low !== undefined || high !== undefined);
  const low = hasRange ? measureWith(problem, ({ people, high }) => high ?? people).access : undefined;
  const high = hasRange ? measureWith(problem, ({ people, low: few }) => few ?? people).access : undefined;
  return {
    places: places.map((_place, i) => {
      const outOfReach = pairs.start[i] === pairs.start[i + 1];
      const told = asTold.access[i]!;
      if (outOfReach) return { access: SUMMING.has(method) ? 0 : null, outOfReach };
      return {
        access: Number.isFinite(told) ? told : null,
        outOfReach,
        ...(low && Number.isFinite(low[i]) && { low: low[i]! }),
        ...(high && Number.isFinite(high[i]) && { high: high[i]! }),
      };
    }),
    ...(asTold.equilibriumGap !== undefined && { equilibriumGap: asTold.equilibriumGap }),
  };
}

function measureWith(
  { measure, places, capacity, pairs, among }: PlacesProblem,
  peopleOf: (place: MeasuredPlace) => number,
) {
  const demand = Float64Array.from(places, peopleOf);
  return measureAccess(measure, { demand, supply: capacity, pairs, ...(among && { among }) });
}
