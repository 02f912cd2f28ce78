import { beginSearch, endSearch, reach, type Search, takeNearest } from './search.ts';
import { bestMargin, reseat, type Standing, seat, setPrice, unseat } from './standing.ts';

/**
 * Gives an unplaced row what its margin says. It takes a seat, whoever had that moves on, and so forth, until somebody
 * sits on a free seat or gives up; of all such ways the one that costs least, which may be that the row itself gives
 * up. Prices on the way rise by just that, so that the duals stay feasible and every placed row stays at its best:
 * successive shortest paths with reduced costs (J. Edmonds and R. M. Karp, J. ACM 19, 1972; for assignments R. Jonker
 * and A. Volgenant, Computing 38, 1987).
 */
export function placeRow(standing: Standing, search: Search, row: number): void {
  const { head, next, margin, stake } = standing;
  margin[row] = bestMargin(standing, row);
  const profit = margin[row]! + stake[row]!;
  if (profit === 0) return;
  beginSearch(search, profit, -1, row);
  leaveFor(standing, search, row, margin[row]!);
  for (let at = takeNearest(search); at >= 0; at = takeNearest(search)) {
    const from = search.distance[at]!;
    for (let mover = head[at]!; mover >= 0; mover = next[mover]!) {
      const cost = from + margin[mover]!;
      if (cost + stake[mover]! < search.limit) endSearch(search, cost + stake[mover]!, -1, mover);
      leaveFor(standing, search, mover, cost);
    }
  }
  for (const at of search.touched) {
    const rise = search.limit - search.distance[at]!;
    if (rise > 0) setPrice(standing, at, standing.price[at]! + rise);
  }
  margin[row] = margin[row]! - search.limit;
  moveAlong(standing, search, row);
}

/** Reaches the services that a row can go to. `cost`: what it costs that it has to, without its stake. */
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

/** Moves everybody on the way, from its end to `row`. */
function moveAlong(standing: Standing, search: Search, row: number): void {
  const { service, edgeOf } = standing;
  const leaver = search.endRow;
  if (leaver === row) return;
  let to = leaver >= 0 ? service[edgeOf[leaver]!]! : search.endService;
  if (leaver >= 0) unseat(standing, leaver);
  for (let mover = search.row[to]!; mover !== row; mover = search.row[to]!) {
    const from = service[edgeOf[mover]!]!;
    reseat(standing, mover, search.edge[to]!);
    to = from;
  }
  seat(standing, row, search.edge[to]!);
}
