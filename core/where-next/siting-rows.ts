import type { DemandPlace } from '../demand/demand-place.ts';

/** Who is counted for one kind of help. */
export interface TermDemand {
  term: string;
  places: readonly DemandPlace[];
}

/** People at one place who may want one kind of help. */
export interface SitingRow {
  /** Of `places`. */
  place: number;
  /** Of the terms that were asked for. */
  term: number;
  people: number;
  low: number;
  high: number;
}

export interface SitingRows {
  /** Each once, by id. */
  places: DemandPlace[];
  rows: SitingRow[];
}

/** One row a place and kind of help, so that a hub is a question like any other: the sum over its kinds of help. */
export function sitingRows(demand: readonly TermDemand[]): SitingRows {
  const byId = new Map(demand.flatMap(({ places }) => places.map((place) => [place.id, place] as const)));
  const places = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexOf = new Map(places.map(({ id }, index) => [id, index]));
  const rows = demand.flatMap(({ places: own }, term) =>
    own.map(({ id, people, low = people, high = people }) => ({
      place: indexOf.get(id)!,
      term,
      people,
      low,
      high,
    })),
  );
  return { places, rows };
}
