import type { Incoming } from './incoming.ts';
import { beginSearch, endSearch, reach, type Search, takeNearest } from './search.ts';
import { reseat, type Standing, seat, setPrice } from './standing.ts';

/**
 * Fills a free seat of a service that has a price, or lowers prices until nobody misses it: somebody comes, whose seat
 * is taken by another, and so forth, until an unplaced row comes in or a service is left with a free seat at price 0;
 * of all such ways the cheapest. The mirror of `placeRow`, after which it is used: unplaced rows have no profit.
 */
export function fillSeat(standing: Standing, search: Search, incoming: Incoming, service: number): void {
  const { price } = standing;
  beginSearch(search, price[service]!, service, -1);
  reach(search, service, 0, -1, -1);
  for (let at = takeNearest(search); at >= 0; at = takeNearest(search))
    callIn(standing, search, incoming, at);
  for (const at of search.touched) {
    const fall = search.limit - search.distance[at]!;
    if (fall > 0) setPrice(standing, at, price[at]! - fall);
  }
  moveAlong(standing, search, service);
}

/** Looks at all who could come to a service: unplaced rows end the way, the others leave a seat of their own. */
function callIn(standing: Standing, search: Search, incoming: Incoming, at: number): void {
  const { price, margin, score } = standing;
  const base = search.distance[at]! + price[at]!;
  if (base < search.limit) endSearch(search, base, at, -1);
  for (let n = incoming.first[at]!, last = incoming.first[at + 1]!; n < last; n++) {
    const row = incoming.row[n]!;
    const far = base + margin[row]! - incoming.score[n]!;
    if (far < search.limit) comeFrom(standing, search, row, at, far);
  }
  const { late } = incoming;
  if (!late) return;
  for (let edge = late.head[at]!; edge >= 0; edge = late.next[edge - late.from]!) {
    const row = late.row[edge - late.from]!;
    const far = base + margin[row]! - score[edge]!;
    if (far < search.limit) comeFrom(standing, search, row, at, far);
  }
}

function comeFrom(
  { service, edgeOf, first }: Standing,
  search: Search,
  row: number,
  at: number,
  far: number,
): void {
  const held = edgeOf[row]!;
  if (held < 0) endSearch(search, far, at, row);
  else if (far < search.distance[service[held]!]!)
    reach(search, service[held]!, far, row, edgeTo({ service, first }, row, at));
}

/** Moves everybody on the way, from its end to the seat that is free. */
function moveAlong(standing: Standing, search: Search, service: number): void {
  let at = search.endService;
  if (search.endRow >= 0) seat(standing, search.endRow, edgeTo(standing, search.endRow, at));
  while (at !== service) {
    const edge = search.edge[at]!;
    reseat(standing, search.row[at]!, edge);
    at = standing.service[edge]!;
  }
}

function edgeTo({ first, service }: Pick<Standing, 'first' | 'service'>, row: number, at: number): number {
  let edge = first[row]!;
  while (service[edge] !== at) edge++;
  return edge;
}
