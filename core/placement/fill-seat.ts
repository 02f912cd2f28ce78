import type { Incoming } from './incoming.ts';
import { beginSearch, endSearch, reach, type Search, takeNearest } from './search.ts';
import { bestProfit, type Standing, seat, unseat } from './standing.ts';

/**
 * Fills a free seat of a service that has a price, or lowers prices until nobody misses anything: somebody comes, whose
 * seat is taken by another, and so forth, until an unplaced request comes in or a service is left with a free seat at
 * price 0; of all such ways the cheapest. The mirror of `placeRequest`: prices on the way fall by what it costs.
 */
export function fillSeat(standing: Standing, search: Search, incoming: Incoming, service: number): void {
  const { price } = standing;
  beginSearch(search, price[service]!, service, -1);
  reach(search, service, 0, -1, -1);
  for (let at = takeNearest(search); at >= 0; at = takeNearest(search)) {
    const from = search.distance[at]!;
    if (from + price[at]! < search.limit) endSearch(search, from + price[at]!, at, -1);
    for (let n = incoming.first[at]!; n < incoming.first[at + 1]!; n++)
      callIn(standing, search, incoming.request[n]!, at, from);
  }
  for (const at of search.touched) price[at] = price[at]! - Math.max(0, search.limit - search.distance[at]!);
  moveAlong(standing, search, service);
}

/** What it would cost that a request came to service `at`, and what follows from it. */
function callIn(standing: Standing, search: Search, request: number, at: number, from: number): void {
  const { service, score, stake, price, edgeOf } = standing;
  const edge = edgeTo(standing, request, at);
  const held = edgeOf[request]!;
  if (edge < 0 || edge === held) return;
  const gain = stake[request]! + score[edge]! - price[at]!;
  if (held < 0) {
    const far = from + bestProfit(standing, request) - gain;
    if (far >= search.limit) return;
    endSearch(search, far, at, request);
    return;
  }
  const seatAt = service[held]!;
  const far = from + stake[request]! + score[held]! - price[seatAt]! - gain;
  if (far < search.limit && far < search.distance[seatAt]!) reach(search, seatAt, far, request, edge);
}

/** Moves everybody on the way, from its end to the seat that is free. */
function moveAlong(standing: Standing, search: Search, service: number): void {
  let at = search.endService;
  if (search.endRequest >= 0) seat(standing, search.endRequest, edgeTo(standing, search.endRequest, at));
  while (at !== service) {
    const mover = search.request[at]!;
    const edge = search.edge[at]!;
    unseat(standing, mover);
    seat(standing, mover, edge);
    at = standing.service[edge]!;
  }
}

function edgeTo({ first, end, service }: Standing, request: number, at: number): number {
  for (let edge = first[request]!; edge < end[request]!; edge++) if (service[edge] === at) return edge;
  return -1;
}
