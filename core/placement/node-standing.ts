import { fillSeat } from './fill-seat.ts';
import type { Incoming } from './incoming.ts';
import { placeRow } from './place-row.ts';
import type { Search } from './search.ts';
import { bestMargin, closeRow, type Standing, unseat } from './standing.ts';

/** A copy in which requests can be taken out and places closed; edges and scores are shared. */
export function copyStanding(standing: Standing): Standing {
  const { end, capacity, price, margin, edgeOf, load, head, next, before } = standing;
  return {
    ...standing,
    end: end.slice(),
    capacity: capacity.slice(),
    price: price.slice(),
    margin: margin.slice(),
    edgeOf: edgeOf.slice(),
    load: load.slice(),
    head: head.slice(),
    next: next.slice(),
    before: before.slice(),
  };
}

/** Makes any standing optimal: who is not at the own best is placed anew, and free seats with a price are filled. */
export function mend(standing: Standing, search: Search, incoming: Incoming): void {
  const { edgeOf, service, score, margin, price, load } = standing;
  for (let request = 0; request < edgeOf.length; request++) {
    const edge = edgeOf[request]!;
    margin[request] = bestMargin(standing, request);
    if (edge >= 0 && score[edge]! - price[service[edge]!]! < margin[request]!) unseat(standing, request);
  }
  for (let request = 0; request < edgeOf.length; request++)
    if (edgeOf[request]! < 0) placeRow(standing, search, request);
  for (let at = 0; at < load.length; at++) refill(standing, search, incoming, at);
}

/** Takes requests out for good, with as many places of `service` (-1: none), and makes the rest optimal again. */
export function takeOut(
  standing: Standing,
  search: Search,
  incoming: Incoming,
  requests: readonly number[],
  service: number,
): void {
  const { edgeOf, load, head, capacity } = standing;
  const freed: number[] = [];
  for (const request of requests) {
    const edge = edgeOf[request]!;
    if (edge >= 0) {
      freed.push(standing.service[edge]!);
      unseat(standing, request);
    }
    closeRow(standing, request);
  }
  const displaced: number[] = [];
  if (service >= 0) {
    capacity[service]! -= requests.length;
    while (load[service]! > capacity[service]!) {
      displaced.push(head[service]!);
      unseat(standing, head[service]!);
    }
  }
  for (const request of displaced) placeRow(standing, search, request);
  for (const at of freed) refill(standing, search, incoming, at);
}

function refill(standing: Standing, search: Search, incoming: Incoming, service: number): void {
  const { load, capacity, price } = standing;
  while (load[service]! < capacity[service]! && price[service]! > 0)
    fillSeat(standing, search, incoming, service);
}
