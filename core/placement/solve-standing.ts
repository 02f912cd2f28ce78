import { auction } from './auction.ts';
import { highest } from './class-values.ts';
import { fillSeat } from './fill-seat.ts';
import { incomingOf } from './incoming.ts';
import { placeRequest } from './place-request.ts';
import type { PlacementProblem } from './problem.ts';
import { makeSearch } from './search.ts';
import { bestProfit, emptyStanding, type Standing, seat } from './standing.ts';

/** Epsilons go down by this, and prices by this many epsilons before the next auction begins. */
const STEP = 4;
const LOWER = 2;
/** The first epsilon is about the highest score divided by this. */
const COARSE = 16;

/**
 * An optimal standing: auctions of finer and finer steps bring the prices near to the best ones, then shortest
 * augmenting paths make them exact. `order`: in which order requests are looked at.
 */
export function solveStanding(problem: PlacementProblem, stake: Float64Array, order: Uint32Array): Standing {
  const standing = emptyStanding(problem, stake);
  const { price, capacity, load, edgeOf } = standing;
  const most = highest(problem.score);
  priceClosed(standing, most + highest(stake));
  let epsilon = STEP ** Math.max(0, Math.round(Math.log(most / COARSE) / Math.log(STEP)));
  for (;;) {
    auction(standing, order, epsilon);
    if (epsilon === 1) break;
    for (let at = 0; at < price.length; at++)
      if (capacity[at]! > 0) price[at] = Math.max(0, price[at]! - LOWER * epsilon);
    epsilon /= STEP;
  }
  seatBest(standing);
  const search = makeSearch(capacity.length);
  for (const request of order) if (edgeOf[request]! < 0) placeRequest(standing, search, request);
  const incoming = incomingOf(problem);
  for (let at = 0; at < capacity.length; at++)
    while (load[at]! < capacity[at]! && price[at]! > 0) fillSeat(standing, search, incoming, at);
  return standing;
}

/** A service without places has a price that nobody would pay. */
function priceClosed({ price, capacity }: Standing, priceless: number): void {
  for (let at = 0; at < price.length; at++) if (capacity[at]! <= 0) price[at] = priceless;
}

/** Seats who is at the own best after the auction; the others are left to the paths. */
function seatBest(standing: Standing): void {
  const { edgeOf, score, price, service, stake } = standing;
  for (let request = 0; request < edgeOf.length; request++) {
    const edge = edgeOf[request]!;
    if (edge < 0) continue;
    const gain = stake[request]! + score[edge]! - price[service[edge]!]!;
    if (gain === bestProfit(standing, request)) seat(standing, request, edge);
    else edgeOf[request] = -1;
  }
}
