import { type Placed, placePeople } from './place-people.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingColumns } from './siting-columns.ts';
import type { SitingRow } from './siting-rows.ts';

/** How people fare with some sites open. */
export interface Fare {
  /** Candidates that are open. */
  open: readonly number[];
  /** Minutes of each row to the nearest open site; `Infinity` where there is none. */
  nearest: Float64Array;
  /** Where sites have room for so many: who has a place where. Otherwise everybody has one at the nearest. */
  placed?: readonly Placed[];
}

export interface Fares {
  today: Fare;
  /** The same with more candidates open. */
  opened(fare: Fare, sites: readonly number[]): Fare;
}

export function faresOf(
  ask: Pick<SitingAsk, 'model' | 'minutes'>,
  rows: readonly SitingRow[],
  columns: SitingColumns,
): Fares {
  const { sites, minutes, standing, room } = columns;
  const place = room && placePeople(ask, rows, { ...columns, room });
  const fareOf = (open: readonly number[], nearest: Float64Array): Fare => ({
    open,
    nearest,
    ...(place && { placed: place([...open, ...standing]) }),
  });
  const nearer = (known: Float64Array, more: readonly number[]) =>
    known.map((way, row) => more.reduce((least, site) => Math.min(least, minutes[row * sites + site]!), way));
  const nowhere = new Float64Array(rows.length).fill(Number.POSITIVE_INFINITY);
  return {
    today: fareOf([], nearer(nowhere, standing)),
    opened: ({ open, nearest }, more) => fareOf([...open, ...more], nearer(nearest, more)),
  };
}
