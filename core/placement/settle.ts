import type { Arranged } from './arrange.ts';
import { fillSeat } from './fill-seat.ts';
import { incomingOf } from './incoming.ts';
import { placeRow } from './place-row.ts';
import { makeSearch } from './search.ts';
import { bestMargin, type Standing, seat } from './standing.ts';

/**
 * Makes of any prices and of wishes that go with them an optimal placement: whoever can have the wish at its best is
 * seated, everybody else is placed along a shortest path, and so is every seat filled that is free and has a price.
 */
export function settle(standing: Standing, rows: Arranged, wishes: Int32Array): void {
  const { price, capacity, load } = standing;
  seatBest(standing, wishes);
  const search = makeSearch(price.length);
  for (let row = 0; row < wishes.length; row++)
    if (standing.edgeOf[row]! < 0) placeRow(standing, search, row);
  let incoming: ReturnType<typeof incomingOf> | undefined;
  for (let at = 0; at < price.length; at++)
    while (load[at]! < capacity[at]! && price[at]! > 0) {
      incoming ??= incomingOf(rows);
      fillSeat(standing, search, incoming, at);
    }
}

function seatBest(standing: Standing, wishes: Int32Array): void {
  const { margin, score, price, service } = standing;
  for (let row = 0; row < wishes.length; row++) {
    const best = bestMargin(standing, row);
    margin[row] = best;
    const edge = wishes[row]!;
    if (edge >= 0 && score[edge]! - price[service[edge]!]! === best) seat(standing, row, edge);
  }
}
