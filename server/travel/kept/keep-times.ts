import type { Position } from '../../../core/geo/point.ts';
import { groupBy } from '../../../core/lists/group-by.ts';
import type { TravelMode } from '../../../core/travel/travel.ts';
import type { TravelEngine } from '../../../core/travel/travel-engine.ts';
import type { Deps } from '../../deps.ts';
import { distinct, keyOf, type PointList, pointList } from './point-list.ts';
import { type Row, readRows, rowIdOf, writeRows } from './row-store.ts';

/** Origins that are looked up, computed and stored together: what a broken-off run has computed is there for the next. */
const BATCH = 200;
/** A row that has come to more destinations than this begins anew with those that are asked about. */
const LONGEST_ROW = 50_000;

/**
 * Remembers what an engine found, by its version and by points: of what is asked again, only pairs with a new origin or
 * a new destination are computed. Times are the same whether they were kept or not (32-bit floats, points to a metre).
 */
export function keepTimes(inner: TravelEngine, { db, clock }: Pick<Deps, 'db' | 'clock'>): TravelEngine {
  return {
    ...inner,
    matrix: async (origins, destinations, mode, limit = Number.POSITIVE_INFINITY) => {
      if (inner.estimates.includes(mode)) return inner.matrix(origins, destinations, mode, limit);
      const wanted = distinct(destinations);
      const rows = new Map<string, Row>();
      const from = distinct(origins);
      for (let k = 0; k < from.length; k += BATCH) {
        const some = from.slice(k, k + BATCH);
        for (const [key, row] of await completeRows(inner, db, some, wanted, mode, clock()))
          rows.set(key, row);
      }
      return assemble(origins, destinations, rows, limit);
    },
  };
}

/** Rows that have every destination, by the key of their origin. */
async function completeRows(
  inner: TravelEngine,
  db: Deps['db'],
  origins: readonly Position[],
  wanted: readonly Position[],
  mode: TravelMode,
  now: Date,
): Promise<Map<string, Row>> {
  const ids = new Map(origins.map((origin) => [keyOf(origin), rowIdOf(inner, mode, origin)]));
  const kept = await readRows(db, [...ids.values()], now);
  const keptRow = (origin: Position) => kept.get(ids.get(keyOf(origin))!);
  const complete = new Map<string, Row>();
  for (const group of byList(origins, keptRow)) {
    const known = keptRow(group[0]!)?.list;
    const { list, from } = extended(known, wanted);
    const width = list.points.length - from;
    const fresh = width > 0 ? await inner.matrix(group, list.points.slice(from), mode) : new Float64Array();
    const written = new Map<string, Float32Array>();
    for (const [k, origin] of group.entries()) {
      const minutes = new Float32Array(list.points.length);
      if (from > 0) minutes.set(keptRow(origin)!.minutes);
      minutes.set(fresh.subarray(k * width, (k + 1) * width), from);
      complete.set(keyOf(origin), { list, minutes });
      written.set(ids.get(keyOf(origin))!, minutes);
    }
    if (list !== known) await writeRows(db, list, written, now);
  }
  return complete;
}

/** Origins whose rows have the same list lack the same destinations. */
function byList(origins: readonly Position[], keptRow: (origin: Position) => Row | undefined): Position[][] {
  return [...groupBy(origins, (origin) => keptRow(origin)?.list.id).values()];
}

/** A list with every destination, and from which place on its times are yet to be computed. */
function extended(
  known: PointList | undefined,
  wanted: readonly Position[],
): { list: PointList; from: number } {
  const missing = wanted.filter((point) => !known?.at.has(keyOf(point)));
  if (known && missing.length === 0) return { list: known, from: known.points.length };
  if (!known || known.points.length + missing.length > LONGEST_ROW)
    return { list: pointList(wanted), from: 0 };
  return { list: pointList([...known.points, ...missing]), from: known.points.length };
}

function assemble(
  origins: readonly Position[],
  destinations: readonly Position[],
  rows: ReadonlyMap<string, Row>,
  limit: number,
): Float64Array {
  const all = new Float64Array(origins.length * destinations.length);
  const keys = destinations.map(keyOf);
  let at = 0;
  for (const origin of origins) {
    const { list, minutes } = rows.get(keyOf(origin))!;
    for (const key of keys) {
      const taken = minutes[list.at.get(key)!]!;
      all[at++] = taken <= limit ? taken : Number.POSITIVE_INFINITY;
    }
  }
  return all;
}
