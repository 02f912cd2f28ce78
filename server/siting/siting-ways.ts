import type { Position } from '../../core/geo/point.ts';
import type { TravelMode } from '../../core/travel/travel.ts';
import type { TravelEngine } from '../../core/travel/travel-engine.ts';
import type { SitingWays, StandingRoom } from '../../core/where-next/siting-ways.ts';
import type { StandingService } from '../../core/where-next/standing-rooms.ts';
import type { SitingWorld } from './siting-world.ts';

/** Ways that are asked for at once; between two such chunks the worker reports and hears whether to go on. */
const CHUNK_WAYS = 200_000;

export interface WaysWatch {
  report(done: number): Promise<void>;
  signal: AbortSignal;
}

/** The minutes that a question needs, in chunks. Undefined when the work was called off. */
export async function readSitingWays(
  engine: TravelEngine,
  mode: TravelMode,
  { places, rows, candidates, existing, standing: split }: SitingWorld,
  { report, signal }: WaysWatch,
): Promise<SitingWays | undefined> {
  const targets = candidates.map(({ point }) => point);
  const limited = (split?.limited ?? []).map(({ offer }) => offer.point!.coordinates);
  const standing = (split?.unlimited ?? existing).map((offers) =>
    distinctPoints(offers.map(({ point }) => point!.coordinates)),
  );
  const width = targets.length + limited.length + standing.reduce((sum, { length }) => sum + length, 0);
  const chunk = Math.max(1, Math.floor(CHUNK_WAYS / width));
  const toCandidate = new Float64Array(places.length * targets.length);
  const toLimited = new Float64Array(places.length * limited.length);
  const nearest = standing.map(() => new Float64Array(places.length));
  for (let from = 0; from < places.length; from += chunk) {
    await report(from);
    if (signal.aborted) return undefined;
    const origins = places.slice(from, from + chunk).map(({ point }) => point);
    toCandidate.set(await engine.matrix(origins, targets, mode), from * targets.length);
    toLimited.set(await engine.matrix(origins, limited, mode), from * limited.length);
    for (const [term, points] of standing.entries())
      nearest[term]!.set(leastOfRows(await engine.matrix(origins, points, mode), origins.length), from);
  }
  return {
    candidates: targets.length,
    toCandidates: byRow(rows, toCandidate, targets.length),
    ...(standing.some((points) => points.length > 0) && {
      toExisting: Float64Array.from(rows, ({ term, place }) => nearest[term]![place]!),
    }),
    ...(split && split.limited.length > 0 && { standing: standingOf(rows, split.limited, toLimited) }),
  };
}

/** Who gives another kind of help than a row wants is out of its reach. */
function standingOf(
  rows: SitingWorld['rows'],
  limited: readonly StandingService[],
  byPlace: Float64Array,
): StandingRoom {
  const minutes = byRow(rows, byPlace, limited.length);
  for (const [index, { term }] of rows.entries())
    for (const [nth, { terms }] of limited.entries())
      if (!terms.includes(term)) minutes[index * limited.length + nth] = Infinity;
  return { room: Float64Array.from(limited, ({ room }) => room), minutes };
}

function byRow(rows: SitingWorld['rows'], byPlace: Float64Array, width: number): Float64Array {
  const all = new Float64Array(rows.length * width);
  for (const [index, { place }] of rows.entries())
    all.set(byPlace.subarray(place * width, (place + 1) * width), index * width);
  return all;
}

/** `Infinity` for a row without columns. */
function leastOfRows(matrix: Float64Array, rows: number): Float64Array {
  const width = matrix.length / rows;
  return Float64Array.from({ length: rows }, (_, row) =>
    matrix
      .subarray(row * width, (row + 1) * width)
      .reduce((least, minutes) => Math.min(least, minutes), Infinity),
  );
}

/** Many services are under one roof. */
function distinctPoints(points: readonly Position[]): Position[] {
  return [...new Map(points.map((point) => [point.join(), point])).values()];
}
