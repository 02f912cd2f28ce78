import type { SitingWays } from './siting-ways.ts';

/** Every site that may be open: the candidates, then what is there already. */
export interface SitingColumns {
  sites: number;
  /** Rows × sites, row by row: minutes. */
  minutes: Float64Array;
  /** Sites that are open in any case. */
  standing: number[];
  /** People whom each can take, where the question is about room. */
  room?: Float64Array;
}

/**
 * All that is there already and has room for everybody is one column: the way to the nearest of it. So a thousand
 * services that stand cost the solver nothing, and each kind of help has its own.
 */
export function sitingColumns(
  { candidates, toCandidates, toExisting, standing }: SitingWays,
  capacity: number | undefined,
): SitingColumns {
  const rows = toCandidates.length / candidates;
  const rooms = standing?.room ?? new Float64Array();
  const own = toExisting ? 1 : 0;
  const sites = candidates + own + rooms.length;
  const room = capacity !== undefined && {
    room: Float64Array.of(
      ...new Array<number>(candidates).fill(capacity),
      ...new Array<number>(own).fill(Number.POSITIVE_INFINITY),
      ...rooms,
    ),
  };
  const there = Array.from({ length: own + rooms.length }, (_, nth) => candidates + nth);
  if (there.length === 0) return { sites, minutes: toCandidates, standing: there, ...room };
  const minutes = new Float64Array(rows * sites);
  for (let row = 0; row < rows; row += 1) {
    minutes.set(toCandidates.subarray(row * candidates, (row + 1) * candidates), row * sites);
    if (toExisting) minutes[row * sites + candidates] = toExisting[row]!;
    if (standing)
      minutes.set(
        standing.minutes.subarray(row * rooms.length, (row + 1) * rooms.length),
        row * sites + candidates + own,
      );
  }
  return { sites, minutes, standing: there, ...room };
}
