import type { Arranged } from './arrange.ts';

/** What bidding needs to remember; prices are whole numbers, as scores and stakes are. */
export interface Market {
  rows: Arranged;
  /** Per row: what being placed is worth before any score. */
  stake: Int32Array;
  price: Int32Array;
  /** Per row: the edge it holds, or -1. */
  edgeOf: Int32Array;
  /**
   * Per row: no edge after the first `FRONT` gains more than this. Prices only rise while there is bidding, so it stays
   * true until prices are lowered, and then it is raised by as much.
   */
  bound: Int32Array;
  /** Where each service's seats begin in the two columns; one longer than there are services. */
  seats: Uint32Array;
  bids: Int32Array;
  bidders: Int32Array;
  taken: Int32Array;
  /** Per service: seats in this auction. */
  open: Int32Array;
}

/** Above every gain. */
const UNKNOWN = 2 ** 30;
const FRONT = 3;

export function openMarket(rows: Arranged, stake: Int32Array, priceless: number): Market {
  const seats = seatsOf(rows);
  const services = rows.capacity.length;
  return {
    rows,
    stake,
    // A service without places has a price that nobody would pay.
    price: Int32Array.from(rows.capacity, (places) => (places > 0 ? 0 : priceless)),
    edgeOf: new Int32Array(stake.length),
    bound: new Int32Array(stake.length).fill(UNKNOWN),
    seats,
    bids: new Int32Array(seats[services]!),
    bidders: new Int32Array(seats[services]!),
    taken: new Int32Array(services),
    open: new Int32Array(services),
  };
}

/** Of more places than requests could ask for one too many is enough: so there are never many more seats than edges. */
function seatsOf({ capacity, wanted }: Arranged): Uint32Array {
  const seats = new Uint32Array(capacity.length + 1);
  for (let at = 0; at < capacity.length; at++)
    seats[at + 1] = seats[at]! + Math.min(capacity[at]!, wanted[at]! + 1);
  return seats;
}

/** Lowers all prices, at most to 0. */
export function lowerPrices({ rows, price, bound }: Market, by: number): void {
  for (let at = 0; at < price.length; at++)
    if (rows.capacity[at]! > 0) price[at] = Math.max(0, price[at]! - by);
  for (let row = 0; row < bound.length; row++) if (bound[row]! < UNKNOWN) bound[row] = bound[row]! + by;
}

/**
 * D. P. Bertsekas' auction with places of one kind ("similar objects": Bertsekas and D. A. Castañon, Annals of
 * Operations Research 20, 1989), Gauss-Seidel: each row in turn bids for the service where it gains most, as much as
 * leaves it `epsilon` worse off than at the second best; who is outbid bids next. A service's price is the lowest of
 * its accepted bids once it is full, and before what it was. Afterwards every placed row is within epsilon of its best,
 * and who is unplaced would gain nothing.
 *
 * With a `stride` above 1 only each so many-th row bids, for as small a part of the places: a sample, which gives about
 * the same prices for a part of the work. All begins with nobody placed.
 */
export function auction(market: Market, epsilon: number, stride: number): void {
  const { rows, stake, price, edgeOf, bound, seats, bids, bidders, taken, open } = market;
  const { first, service, score } = rows;
  openSeats(market, stride);
  for (let turn = stride >> 1; turn < stake.length; turn += stride) {
    let row = turn;
    while (row >= 0) {
      const nothing = -stake[row]!;
      const begin = first[row]!;
      const end = first[row + 1]!;
      const front = Math.min(end, begin + FRONT);
      let best = nothing;
      let second = nothing;
      let chosen = -1;
      if (bound[row]! < UNKNOWN)
        for (let edge = begin; edge < front; edge++) {
          const gain = score[edge]! - price[service[edge]!]!;
          if (gain <= second) continue;
          if (gain > best) {
            second = best;
            best = gain;
            chosen = edge;
          } else second = gain;
        }
      if (second < bound[row]!) {
        bound[row] = bringForward(rows, price, begin, end);
        best = score[begin]! - price[service[begin]!]!;
        second = front > begin + 1 ? score[begin + 1]! - price[service[begin + 1]!]! : nothing;
        if (second < nothing) second = nothing;
        chosen = best > nothing ? begin : -1;
      }
      if (chosen < 0) break;
      const at = service[chosen]!;
      const bid = price[at]! + best - second + epsilon;
      const root = seats[at]!;
      const count = taken[at]!;
      if (count < open[at]!) {
        siftUp(bids, bidders, root, count, bid, row);
        taken[at] = count + 1;
        edgeOf[row] = chosen;
        row = -1;
      } else if (count > 0) {
        const outbid = bidders[root]!;
        siftDown(bids, bidders, root, count, bid, row);
        edgeOf[outbid] = -1;
        edgeOf[row] = chosen;
        row = outbid;
      } else {
        // No place of this service is in the sample: nobody gets it, whatever they bid.
        price[at] = bid;
        continue;
      }
      if (taken[at] === open[at] && bids[root]! > price[at]!) price[at] = bids[root]!;
    }
  }
}

/** A part of each service's places; what is lost by rounding goes to the next, so that the sum is right. */
function openSeats({ seats, taken, open, edgeOf }: Market, stride: number): void {
  taken.fill(0);
  edgeOf.fill(-1);
  let rest = 0;
  for (let at = 0; at < open.length; at++) {
    const places = seats[at + 1]! - seats[at]!;
    const share = Math.min(places, Math.floor((places + rest) / stride));
    rest += places - share * stride;
    open[at] = share;
  }
}

/** Brings the edges of a row that gain most to its front, the best first; gives what the next one gains. */
function bringForward({ service, score }: Arranged, price: Int32Array, begin: number, end: number): number {
  let [gain1, gain2, gain3, gain4] = [-UNKNOWN, -UNKNOWN, -UNKNOWN, -UNKNOWN];
  let [edge1, edge2, edge3] = [begin, begin, begin];
  for (let edge = begin; edge < end; edge++) {
    const gain = score[edge]! - price[service[edge]!]!;
    if (gain <= gain4) continue;
    if (gain <= gain3) {
      gain4 = gain;
      continue;
    }
    gain4 = gain3;
    if (gain <= gain2) {
      gain3 = gain;
      edge3 = edge;
      continue;
    }
    gain3 = gain2;
    edge3 = edge2;
    if (gain <= gain1) {
      gain2 = gain;
      edge2 = edge;
      continue;
    }
    gain2 = gain1;
    edge2 = edge1;
    gain1 = gain;
    edge1 = edge;
  }
  swap(service, score, begin, edge1);
  // What stood first now stands where the best stood.
  if (edge2 === begin) edge2 = edge1;
  if (edge3 === begin) edge3 = edge1;
  if (gain2 === -UNKNOWN) return gain4;
  swap(service, score, begin + 1, edge2);
  if (edge3 === begin + 1) edge3 = edge2;
  if (gain3 > -UNKNOWN) swap(service, score, begin + 2, edge3);
  return gain4;
}

function swap(service: Uint32Array, score: Uint16Array, a: number, b: number): void {
  const oldService = service[a]!;
  const oldScore = score[a]!;
  service[a] = service[b]!;
  score[a] = score[b]!;
  service[b] = oldService;
  score[b] = oldScore;
}

/** Adds a bid to a heap of `count` with the lowest at its root. */
function siftUp(
  bids: Int32Array,
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
  bids: Int32Array,
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
