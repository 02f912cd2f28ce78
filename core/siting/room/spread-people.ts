import { chainsOf } from './chains.ts';
import type { OpenSite } from './promising-exchanges.ts';
import type { RoomProblem } from './room-problem.ts';

/** So many people of a row at a site. */
export interface Served {
  row: number;
  site: number;
  people: number;
  /** Of one of them. */
  cost: number;
}

export interface Spread {
  cost: number;
  served: Served[];
  /** Of the open sites, in the order in which they were named. */
  prices: OpenSite[];
}

/**
 * Who goes where when these sites are open, so that it costs least: a transportation problem. Everybody begins at the
 * cheapest site; as long as one has more than its room, people move along the cheapest chain of sites that ends where
 * room is left, or nowhere (successive shortest paths: W. Jewell, 1962; R. Busacker and P. Gowen, 1961).
 */
export function spreadPeople(problem: RoomProblem, open: readonly number[]): Spread {
  const slots = open.length + 1;
  const cost = costsOf(problem, open);
  const people = new Float64Array(cost.length);
  const load = new Float64Array(slots);
  const room = Float64Array.of(...open.map((site) => problem.room[site]!), Number.POSITIVE_INFINITY);
  problem.people.forEach((own, row) => {
    for (const [slot, part] of atCheapest(cost.subarray(row * slots, (row + 1) * slots), own, load, room)) {
      people[row * slots + slot]! += part;
      load[slot]! += part;
    }
  });
  const chains = chainsOf({ slots, cost, people });
  const hasSpace = (slot: number) => load[slot]! < room[slot]! * (1 - ROUNDING);
  for (let from = 0; from < open.length; from++)
    while (load[from]! > room[from]! * (1 + ROUNDING)) {
      const steps = chains.cheapest(from, hasSpace);
      const end = steps.at(-1)!.to;
      const most = Math.min(load[from]! - room[from]!, room[end]! - load[end]!);
      const moved = steps.reduce(
        (least, step) => Math.min(least, people[step.row * slots + step.from]!),
        most,
      );
      for (const step of steps) chains.move(step, moved);
      load[from]! -= moved;
      load[end]! += moved;
    }
  const prices = open.map((site, slot) => ({ site, price: chains.saves(slot) }));
  return { ...told(open, cost, people), prices };
}

const ROUNDING = 1e-12;

/** Rows × slots; the last slot is nowhere. */
function costsOf({ people, nowhere, start, row, cost }: RoomProblem, open: readonly number[]): Float64Array {
  const slots = open.length + 1;
  const all = new Float64Array(people.length * slots).fill(Number.POSITIVE_INFINITY);
  for (let own = 0; own < people.length; own++) all[own * slots + slots - 1] = nowhere;
  open.forEach((site, slot) => {
    for (let entry = start[site]!; entry < start[site + 1]!; entry++)
      all[row[entry]! * slots + slot] = cost[entry]!;
  });
  return all;
}

/** Among equally cheap slots first where room is left; who then is left over goes to the first of them. */
function atCheapest(
  cost: Float64Array,
  own: number,
  load: Float64Array,
  room: Float64Array,
): [slot: number, people: number][] {
  const least = cost.reduce((known, each) => Math.min(known, each), Number.POSITIVE_INFINITY);
  const parts: [number, number][] = [];
  let left = own;
  for (let slot = 0; slot < cost.length && left > 0; slot++) {
    if (cost[slot] !== least) continue;
    const part = Math.min(left, Math.max(0, room[slot]! - load[slot]!));
    if (part > 0) parts.push([slot, part]);
    left -= part;
  }
  return left > 0 ? [...parts, [cost.indexOf(least), left]] : parts;
}

function told(open: readonly number[], cost: Float64Array, people: Float64Array): Omit<Spread, 'prices'> {
  const slots = open.length + 1;
  const served: Served[] = [];
  let all = 0;
  people.forEach((own, index) => {
    if (own === 0) return;
    all += own * cost[index]!;
    const slot = index % slots;
    if (slot < open.length)
      served.push({ row: (index - slot) / slots, site: open[slot]!, people: own, cost: cost[index]! });
  });
  return { cost: all, served };
}
