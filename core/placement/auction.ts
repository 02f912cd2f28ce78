import type { Standing } from './standing.ts';

/**
 * D. P. Bertsekas' auction with places of one kind ("similar objects"), Gauss-Seidel: each request in turn bids for the
 * service where it gains most, as much as leaves it `epsilon` worse off than at the second best; who is outbid bids
 * next. A service's price is the lowest of its accepted bids once it is full, and before what it was. Afterwards every
 * placed request is within epsilon of its best, and who is unplaced would gain nothing. Only `price` and `edgeOf` are
 * written.
 */
export function auction(standing: Standing, order: Uint32Array, epsilon: number): void {
  const { first, end, service, score, stake, price, edgeOf } = standing;
  const seats = seatsOf(standing);
  const bids = new Float64Array(seats[price.length]!);
  const bidders = new Int32Array(bids.length);
  const taken = new Int32Array(price.length);
  edgeOf.fill(-1);
  for (let turn = 0; turn < order.length; turn++) {
    let request = order[turn]!;
    while (request >= 0) {
      const nothing = -stake[request]!;
      let best = nothing;
      let second = nothing;
      let chosen = -1;
      for (let edge = first[request]!, last = end[request]!; edge < last; edge++) {
        const gain = score[edge]! - price[service[edge]!]!;
        if (gain <= second) continue;
        if (gain > best) {
          second = best;
          best = gain;
          chosen = edge;
        } else second = gain;
      }
      if (chosen < 0) break;
      const at = service[chosen]!;
      const bid = price[at]! + best - second + epsilon;
      edgeOf[request] = chosen;
      const root = seats[at]!;
      const places = seats[at + 1]! - root;
      const count = taken[at]!;
      if (count < places) {
        siftUp(bids, bidders, root, count, bid, request);
        taken[at] = count + 1;
        request = -1;
      } else {
        const outbid = bidders[root]!;
        edgeOf[outbid] = -1;
        siftDown(bids, bidders, root, count, bid, request);
        request = outbid;
      }
      if (taken[at] === places && bids[root]! > price[at]!) price[at] = bids[root]!;
    }
  }
}

/**
 * Where each service's seats begin; one longer than there are services. Of more places than requests could ask for one
 * too many is enough, so that there are never many more seats than edges.
 */
function seatsOf({ service, capacity }: Standing): Uint32Array {
  const wanted = new Uint32Array(capacity.length);
  for (let edge = 0; edge < service.length; edge++) wanted[service[edge]!]! += 1;
  const seats = new Uint32Array(capacity.length + 1);
  for (let at = 0; at < capacity.length; at++)
    seats[at + 1] = seats[at]! + Math.min(capacity[at]!, wanted[at]! + 1);
  return seats;
}

/** Adds a bid to a heap of `count` with the lowest at its root. */
function siftUp(
  bids: Float64Array,
  bidders: Int32Array,
  root: number,
  count: number,
  bid: number,
  bidder: number,
): void {
  let hole = count;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (bids[root + parent]! <= bid) break;
    bids[root + hole] = bids[root + parent]!;
    bidders[root + hole] = bidders[root + parent]!;
    hole = parent;
  }
  bids[root + hole] = bid;
  bidders[root + hole] = bidder;
}

/** Puts a bid in the place of the lowest of `count`. */
function siftDown(
  bids: Float64Array,
  bidders: Int32Array,
  root: number,
  count: number,
  bid: number,
  bidder: number,
): void {
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= count) break;
    if (child + 1 < count && bids[root + child + 1]! < bids[root + child]!) child++;
    if (bids[root + child]! >= bid) break;
    bids[root + hole] = bids[root + child]!;
    bidders[root + hole] = bidders[root + child]!;
    hole = child;
  }
  bids[root + hole] = bid;
  bidders[root + hole] = bidder;
}
