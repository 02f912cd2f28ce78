import type { RoomProblem } from './room-problem.ts';

/** What each site gains at given multipliers, and whom it then takes: the rows that gain most, until its room is full. */
export interface RoomPricing {
  /** Per site: what it gains, less what it draws at the budget's price. */
  value: Float64Array;
  price(lambda: Float64Array, budgetPrice: number): void;
  /** Adds to `taken` how many of each row the site takes. */
  take(site: number, lambda: Float64Array, taken: Float64Array): void;
}

export function roomPricing({ sites, people, start, row, cost, room, draw }: RoomProblem): RoomPricing {
  const value = new Float64Array(sites);
  const gain = new Float64Array(people.length);
  const who = new Int32Array(people.length);
  /** Rows that gain something stand first in `gain` and `who`; returns how many. */
  const gather = (site: number, lambda: Float64Array): number => {
    let count = 0;
    for (let entry = start[site]!; entry < start[site + 1]!; entry++) {
      const own = lambda[row[entry]!]! - cost[entry]!;
      if (own <= 0) continue;
      gain[count] = own;
      who[count++] = row[entry]!;
    }
    return count;
  };
  const fill = (site: number, lambda: Float64Array, take?: (row: number, people: number) => void): number => {
    const count = gather(site, lambda);
    let [left, sum] = [room[site]!, 0];
    const end = mostGaining(gain, who, people, count, left);
    for (let at = 0; at < end; at++) {
      const some = Math.min(people[who[at]!]!, left);
      left -= some;
      sum += some * gain[at]!;
      take?.(who[at]!, some);
    }
    return sum;
  };
  return {
    value,
    price(lambda, budgetPrice) {
      for (let site = 0; site < sites; site++) value[site] = fill(site, lambda) - budgetPrice * draw[site]!;
    },
    take(site, lambda, taken) {
      fill(site, lambda, (own, some) => {
        taken[own]! += some;
      });
    },
  };
}

/**
 * Puts first those that gain most until the room is full, the one that only partly fits last; returns how many. By
 * parting at a pivot (C. Hoare, 1961), each part looked at once: nothing is sorted.
 */
function mostGaining(
  gain: Float64Array,
  who: Int32Array,
  people: Float64Array,
  count: number,
  room: number,
): number {
  let all = 0;
  for (let at = 0; at < count; at++) all += people[who[at]!]!;
  if (all <= room) return count;
  let [low, high, left] = [0, count, room];
  while (high - low > 1) {
    const pivot = middleOf(gain[low]!, gain[(low + high) >> 1]!, gain[high - 1]!);
    let [above, at, below, sum] = [low, low, high, 0];
    while (at < below) {
      const own = gain[at]!;
      if (own > pivot) {
        sum += people[who[at]!]!;
        swap(gain, who, above++, at++);
      } else if (own < pivot) swap(gain, who, at, --below);
      else at++;
    }
    if (sum > left) {
      high = above;
      continue;
    }
    left -= sum;
    // Those equal to the pivot fill the room one after the other.
    for (let same = above; same < below; same++) {
      left -= people[who[same]!]!;
      if (left <= 0) return same + 1;
    }
    low = below;
  }
  return high;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(gain: Float64Array, who: Int32Array, a: number, b: number): void {
  [gain[a], gain[b]] = [gain[b]!, gain[a]!];
  [who[a], who[b]] = [who[b]!, who[a]!];
}
