import type { RoomPricing } from './room-pricing.ts';
import type { RoomProblem } from './room-problem.ts';

export interface OpenSite {
  site: number;
  /** What one more place there would save: the dual price of its room. */
  price: number;
}

export interface Exchange {
  out: number;
  into: number;
  /** The plan with `into` in the place of `out` costs no less. */
  atLeast: number;
}

/** Sites that are tried in the place of each open one: the bound is too good to all that are near each other. */
const FOR_EACH = 8;

/**
 * Exchanges of an open site for a closed one that may cost less than `most`, the most promising first. The bound is that
 * of the search (room-bound.ts) with everybody's multiplier at what the sites that stay ask, their rooms' prices included.
 */
export function promisingExchanges(
  problem: RoomProblem,
  pricing: RoomPricing,
  open: readonly OpenSite[],
  most: number,
): Exchange[] {
  const { sites, people, room, start, fixed } = problem;
  const isOpen = new Set(open.map(({ site }) => site));
  const found: Exchange[][] = [];
  for (const { site: out } of open) {
    if (fixed.includes(out)) continue;
    const staying = open.filter(({ site }) => site !== out);
    const asked = asksOf(problem, staying);
    const paid = asked.reduce((sum, ask, row) => sum + ask * people[row]!, 0);
    const least = staying.reduce(
      (sum, { site, price }) => (price > 0 ? sum - price * room[site]! : sum),
      paid,
    );
    pricing.price(asked, 0);
    const own: Exchange[] = [];
    for (let into = 0; into < sites; into++) {
      if (isOpen.has(into) || start[into] === start[into + 1]) continue;
      const atLeast = least - pricing.value[into]!;
      if (atLeast < most) own.push({ out, into, atLeast });
    }
    found.push(own.sort(byPromise).slice(0, FOR_EACH));
  }
  return found.flat().sort(byPromise);
}

function byPromise(a: Exchange, b: Exchange): number {
  return a.atLeast - b.atLeast || a.into - b.into || a.out - b.out;
}

function asksOf({ people, nowhere, start, row, cost }: RoomProblem, open: readonly OpenSite[]): Float64Array {
  const asked = new Float64Array(people.length).fill(nowhere);
  for (const { site, price } of open)
    for (let entry = start[site]!; entry < start[site + 1]!; entry++)
      asked[row[entry]!] = Math.min(asked[row[entry]!]!, cost[entry]! + price);
  return asked;
}
