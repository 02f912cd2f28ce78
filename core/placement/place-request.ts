import { beginSearch, endSearch, reach, type Search, takeNearest } from './search.ts';
import { bestProfit, type Standing, seat, unseat } from './standing.ts';

/**
 * Gives an unplaced request what it is owed under the prices. It takes a seat, whoever had that moves on, and so forth,
 * until somebody sits on a free seat or gives up; of all such ways the one that costs least, which may be that the
 * request itself gives up. Prices on the way rise by just that, so that the duals stay feasible and every placed
 * request stays at its best: successive shortest paths with reduced costs (J. Edmonds and R. M. Karp, J. ACM 19, 1972;
 * for assignments R. Jonker and A. Volgenant, Computing 38, 1987).
 */
export function placeRequest(standing: Standing, search: Search, request: number): void {
  const { price, head, next, edgeOf, score, stake } = standing;
  const profit = bestProfit(standing, request);
  if (profit === 0) return;
  beginSearch(search, profit, -1, request);
  leaveFor(standing, search, request, profit - stake[request]!);
  for (let at = takeNearest(search); at >= 0; at = takeNearest(search)) {
    for (let mover = head[at]!; mover >= 0; mover = next[mover]!) {
      const cost = search.distance[at]! + score[edgeOf[mover]!]! - price[at]!;
      if (cost + stake[mover]! < search.limit) endSearch(search, cost + stake[mover]!, -1, mover);
      leaveFor(standing, search, mover, cost);
    }
  }
  for (const at of search.touched) price[at] = price[at]! + Math.max(0, search.limit - search.distance[at]!);
  moveAlong(standing, search, request);
}

/** Reaches the services that a request can go to. `cost`: what it costs that it has to, without its stake. */
function leaveFor(standing: Standing, search: Search, mover: number, cost: number): void {
  const { first, end, service, score, price, load, capacity } = standing;
  const { distance } = search;
  for (let edge = first[mover]!, last = end[mover]!; edge < last; edge++) {
    const to = service[edge]!;
    const far = cost - score[edge]! + price[to]!;
    if (far >= search.limit || far >= distance[to]!) continue;
    reach(search, to, far, mover, edge);
    if (load[to]! < capacity[to]!) endSearch(search, far, to, -1);
  }
}

/** Moves everybody on the way, from its end to `request`. */
function moveAlong(standing: Standing, search: Search, request: number): void {
  const { service, edgeOf } = standing;
  const leaver = search.endRequest;
  if (leaver === request) return;
  let to = leaver >= 0 ? service[edgeOf[leaver]!]! : search.endService;
  if (leaver >= 0) unseat(standing, leaver);
  for (let mover = search.request[to]!; mover !== request; mover = search.request[to]!) {
    const from = service[edgeOf[mover]!]!;
    unseat(standing, mover);
    seat(standing, mover, search.edge[to]!);
    to = from;
  }
  seat(standing, request, search.edge[to]!);
}
