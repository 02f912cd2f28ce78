import type { RoomPricing } from './room-pricing.ts';
import type { RoomProblem } from './room-problem.ts';
import { spreadPeople } from './spread-people.ts';

export interface GreedyRoom {
  open: number[];
  /** Per row: what one of its people pays on average with these sites open. */
  pays: Float64Array;
}

/** Opens, as long as the limits allow, the site that saves most for whom it would take, at what people pay by then. */
export function openGreedily(problem: RoomProblem, pricing: RoomPricing): GreedyRoom {
  const { sites, p, budget, draw } = problem;
  const open = [...problem.fixed];
  for (;;) {
    const pays = paysOf(problem, open);
    const drawn = open.reduce((sum, site) => sum + draw[site]!, 0);
    pricing.price(pays, 0);
    let best = -1;
    for (let site = 0; site < sites && open.length < p; site++) {
      if (open.includes(site) || drawn + draw[site]! > budget) continue;
      if (best < 0 || pricing.value[site]! > pricing.value[best]!) best = site;
    }
    if (best < 0 || pricing.value[best] === 0) return { open, pays };
    open.push(best);
  }
}

function paysOf(problem: RoomProblem, open: readonly number[]): Float64Array {
  const { people, nowhere } = problem;
  const pays = new Float64Array(people.length).fill(nowhere);
  for (const { row, people: some, cost } of spreadPeople(problem, open).served)
    pays[row]! -= ((nowhere - cost) * some) / people[row]!;
  return pays;
}
