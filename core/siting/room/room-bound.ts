import { type Climb, FIRST_LENGTH, LAST_LENGTH, type LagrangianBound, MEMORY } from '../lagrangian-bound.ts';
import type { RoomPricing } from './room-pricing.ts';
import type { RoomProblem } from './room-problem.ts';

/** Columns are the sites themselves. */
export type RoomBound = Omit<LagrangianBound, 'best' | 'bestColumns'>;

export interface RoomClimb extends Climb {
  /** Per site: 1 it is open, -1 it is closed, 0 the bound chooses. */
  state: Int8Array;
}

/**
 * Everybody offers λ to whoever takes them; each site takes those that gain most while there is room (a knapsack that may
 * part people), and those sites open that gain most. That costs least of all plans at these λ, so it is a lower bound;
 * subgradient steps of Polyak's length raise it (R. Sridharan, EJOR 87, 1995; the steps as in lagrangian-bound.ts).
 */
export function climbRoom(problem: RoomProblem, pricing: RoomPricing, climb: RoomClimb): RoomBound {
  const { people, nowhere } = problem;
  const rows = people.length;
  const lambda = climb.lambda.slice();
  const direction = new Float64Array(rows);
  const taken = new Float64Array(rows);
  let { budgetPrice } = climb;
  const found = nothingYet(problem, climb);
  let [length, still] = [FIRST_LENGTH, 0];
  for (let step = 0; step < climb.steps && !climb.isOver(); step++) {
    pricing.price(lambda, budgetPrice);
    const { chosen, bound, drawn } = choose(problem, pricing.value, climb.state, lambda, budgetPrice);
    found.share.forEach((own, site) => {
      found.share[site] = 0.9 * own;
    });
    for (const site of chosen) found.share[site]! += 0.1;
    if (bound > found.bound) {
      if (bound - found.bound > 1e-4 * (climb.target - bound)) still = 0;
      keep(found, bound, lambda, budgetPrice, pricing.value, chosen);
      if (climb.isEnough(bound)) break;
    }
    if (++still > climb.patience) {
      length /= 2;
      still = 0;
      if (length < LAST_LENGTH) break;
      lambda.set(found.lambda);
      budgetPrice = found.budgetPrice;
      direction.fill(0);
      continue;
    }
    taken.fill(0);
    for (const site of chosen) pricing.take(site, lambda, taken);
    let norm = 0;
    for (let row = 0; row < rows; row++) {
      const slope = 1 - taken[row]! / people[row]!;
      let own = (1 - MEMORY) * slope + MEMORY * direction[row]!;
      if ((own > 0 && lambda[row]! >= nowhere) || (own < 0 && lambda[row]! <= 0)) own = 0;
      direction[row] = own;
      norm += people[row]! * nowhere * own * own;
    }
    const over = problem.budget < Number.POSITIVE_INFINITY ? drawn - problem.budget : 0;
    const size = length * Math.max(climb.target - bound, 1e-9 * Math.abs(climb.target));
    if (norm === 0 && over === 0) break;
    for (let row = 0; row < rows && norm > 0; row++)
      lambda[row] = Math.min(nowhere, Math.max(0, lambda[row]! + (size / norm) * nowhere * direction[row]!));
    if (over !== 0) budgetPrice = Math.max(0, budgetPrice + (0.5 * size) / over);
  }
  return found;
}

function choose(
  { people, p, budget, draw }: RoomProblem,
  value: Float64Array,
  state: Int8Array,
  lambda: Float64Array,
  budgetPrice: number,
) {
  const chosen: number[] = [];
  const free: number[] = [];
  for (let site = 0; site < state.length; site++) {
    if (state[site] === 1) chosen.push(site);
    else if (state[site] === 0 && value[site]! > 0) free.push(site);
  }
  free.sort((a, b) => value[b]! - value[a]! || a - b);
  chosen.push(...free.slice(0, p - chosen.length));
  let bound = budgetPrice > 0 ? -budgetPrice * budget : 0;
  for (let row = 0; row < lambda.length; row++) bound += people[row]! * lambda[row]!;
  let drawn = 0;
  for (const site of chosen) {
    bound -= value[site]!;
    drawn += draw[site]!;
  }
  return { chosen, bound, drawn };
}

function nothingYet({ sites }: RoomProblem, { lambda, budgetPrice }: RoomClimb): RoomBound {
  return {
    bound: Number.NEGATIVE_INFINITY,
    lambda: lambda.slice(),
    budgetPrice,
    value: new Float64Array(sites),
    isChosen: new Uint8Array(sites),
    share: new Float64Array(sites),
  };
}

function keep(
  found: RoomBound,
  bound: number,
  lambda: Float64Array,
  budgetPrice: number,
  value: Float64Array,
  chosen: readonly number[],
): void {
  found.bound = bound;
  found.lambda.set(lambda);
  found.budgetPrice = budgetPrice;
  found.value.set(value);
  found.isChosen.fill(0);
  for (const site of chosen) found.isChosen[site] = 1;
}
