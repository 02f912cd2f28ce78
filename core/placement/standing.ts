import type { Arranged } from './arrange.ts';

/**
 * A placement in the making. An edge is worth its row's stake (what being placed is worth before any score) and its
 * score. The prices are such that every placed row is at its best; whole numbers throughout, so that equal is equal.
 */
export interface Standing {
  /** Edges of row r are first[r] to end[r] − 1; rows may lie anywhere, so that one can be replaced. */
  first: Uint32Array;
  end: Uint32Array;
  service: Uint32Array;
  score: Uint16Array;
  stake: Float64Array;
  capacity: Int32Array;
  price: Float64Array;
  /**
   * Per row: its profit without its stake, so the most that it gains by an edge, or −stake. Infinite for a row that is
   * closed: nobody expects it anywhere.
   */
  margin: Float64Array;
  /** Per row: the edge it takes, or -1. */
  edgeOf: Int32Array;
  /** Per service: how many rows it has; they are a list from `head` by `next` and `before`, ended by -1. */
  load: Int32Array;
  head: Int32Array;
  next: Int32Array;
  before: Int32Array;
}

/** Nobody is placed under these prices. */
export function emptyStanding(rows: Arranged, stake: Float64Array, price: Float64Array): Standing {
  return {
    first: rows.first.subarray(0, rows.requestOf.length),
    end: rows.first.subarray(1),
    service: rows.service,
    score: rows.score,
    stake,
    capacity: rows.capacity,
    price,
    margin: stake.map((value) => -value),
    edgeOf: new Int32Array(rows.requestOf.length).fill(-1),
    load: new Int32Array(price.length),
    head: new Int32Array(price.length).fill(-1),
    next: new Int32Array(rows.requestOf.length).fill(-1),
    before: new Int32Array(rows.requestOf.length).fill(-1),
  };
}

/** Lets an unplaced row take one of its edges. */
export function seat(
  { service, edgeOf, load, head, next, before }: Standing,
  row: number,
  edge: number,
): void {
  const at = service[edge]!;
  const old = head[at]!;
  edgeOf[row] = edge;
  load[at] = load[at]! + 1;
  next[row] = old;
  before[row] = -1;
  if (old >= 0) before[old] = row;
  head[at] = row;
}

/** Takes a placed row away from its service. */
export function unseat({ service, edgeOf, load, head, next, before }: Standing, row: number): void {
  const at = service[edgeOf[row]!]!;
  const after = next[row]!;
  const previous = before[row]!;
  edgeOf[row] = -1;
  load[at] = load[at]! - 1;
  if (previous < 0) head[at] = after;
  else next[previous] = after;
  if (after >= 0) before[after] = previous;
}

/** Moves a placed row to another of its edges. */
export function reseat(standing: Standing, row: number, edge: number): void {
  unseat(standing, row);
  seat(standing, row, edge);
}

/** Takes an unplaced row out for good. */
export function closeRow({ first, end, margin }: Standing, row: number): void {
  end[row] = first[row]!;
  margin[row] = Number.POSITIVE_INFINITY;
}

/** The most that a row could gain under the prices, or −stake. */
export function bestMargin({ first, end, service, score, price, stake }: Standing, row: number): number {
  let best = -stake[row]!;
  for (let edge = first[row]!; edge < end[row]!; edge++) {
    const gain = score[edge]! - price[service[edge]!]!;
    if (gain > best) best = gain;
  }
  return best;
}

/** Changes a price; who sits there stays at its best. */
export function setPrice({ price, margin, head, next }: Standing, at: number, value: number): void {
  const rise = value - price[at]!;
  if (rise === 0) return;
  price[at] = value;
  for (let row = head[at]!; row >= 0; row = next[row]!) margin[row] = margin[row]! - rise;
}
