import type { PlacementProblem } from './problem.ts';

/**
 * A placement in the making, in arrays. What a request is worth before any score is its `stake`; an edge is worth
 * stake + score. Whole numbers throughout, so that equal is equal.
 */
export interface Standing {
  /** Edges of request r are first[r] to end[r] − 1. Rows may lie anywhere, so that one can be replaced. */
  first: Uint32Array;
  end: Uint32Array;
  service: Uint32Array;
  score: Int32Array;
  stake: Float64Array;
  capacity: Int32Array;
  price: Float64Array;
  /** Per request: the edge it takes, or -1. */
  edgeOf: Int32Array;
  /** Per service: how many requests it has; they are a list from `head` by `next` and `before`, ended by -1. */
  load: Int32Array;
  head: Int32Array;
  next: Int32Array;
  before: Int32Array;
}

/** Nobody is placed and nothing has a price. */
export function emptyStanding(problem: PlacementProblem, stake: Float64Array): Standing {
  const { first, service, score, capacity } = problem;
  const requests = first.length - 1;
  return {
    first: first.subarray(0, requests),
    end: first.subarray(1),
    service,
    score,
    stake,
    capacity,
    price: new Float64Array(capacity.length),
    edgeOf: new Int32Array(requests).fill(-1),
    load: new Int32Array(capacity.length),
    head: new Int32Array(capacity.length).fill(-1),
    next: new Int32Array(requests).fill(-1),
    before: new Int32Array(requests).fill(-1),
  };
}

/** Lets an unplaced request take one of its edges. */
export function seat(standing: Standing, request: number, edge: number): void {
  const { service, edgeOf, load, head, next, before } = standing;
  const at = service[edge]!;
  const old = head[at]!;
  edgeOf[request] = edge;
  load[at] = load[at]! + 1;
  next[request] = old;
  before[request] = -1;
  if (old >= 0) before[old] = request;
  head[at] = request;
}

/** Takes a placed request away from its service. */
export function unseat(standing: Standing, request: number): void {
  const { service, edgeOf, load, head, next, before } = standing;
  const at = service[edgeOf[request]!]!;
  const after = next[request]!;
  const previous = before[request]!;
  edgeOf[request] = -1;
  load[at] = load[at]! - 1;
  if (previous < 0) head[at] = after;
  else next[previous] = after;
  if (after >= 0) before[after] = previous;
}

/** What a request gains at best under the prices: 0 is to stay unplaced. */
export function bestProfit(standing: Standing, request: number): number {
  const { first, end, service, score, price, stake } = standing;
  let best = -stake[request]!;
  for (let edge = first[request]!; edge < end[request]!; edge++) {
    const gain = score[edge]! - price[service[edge]!]!;
    if (gain > best) best = gain;
  }
  return best + stake[request]!;
}
