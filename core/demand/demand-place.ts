import type { Position } from '../geo/point.ts';
import type { School } from '../schools/school.ts';

/** From the fifth of all areas that lacks least (1) to the fifth that lacks most (5). */
export type Deprivation = 1 | 2 | 3 | 4 | 5;

/** A place with people who may need something. */
export interface DemandPlace {
  /** A school's id, an H3 cell or an area's id. */
  id: string;
  kind: 'school' | 'cell' | 'area';
  name?: string;
  point: Position;
  /** More than 0: where nobody is, there is no place. */
  people: number;
  /** What the margin of error of `people` leaves possible; absent where it is a count. */
  low?: number;
  high?: number;
  locale?: NonNullable<School['locale']>;
  deprivation?: Deprivation;
}

export interface Demand {
  /** By id. */
  places: DemandPlace[];
  /** Ids of schools and areas of which nothing can be said: not told, not counted, empty, or nowhere on the map. */
  noData: string[];
}

/** Sorted by id, as the order of everything that is computed from it. */
export function sortedDemand({ places, noData }: Demand): Demand {
  return {
    places: places.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id))),
    noData: noData.sort(),
  };
}
