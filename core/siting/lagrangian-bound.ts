import type { Facilities } from './facilities.ts';
import { type Pricing, pricing } from './pricing.ts';

export interface LagrangianBound {
  bound: number;
  lambda: Float64Array;
  /** What a unit of the budget is worth. */
  budgetPrice: number;
  /** Per column at the best bound: what opening it gains, and whether it is among those that the bound opens. */
  value: Float64Array;
  isChosen: Uint8Array;
  /** Per column: how often it was chosen, the later the heavier. */
  share: Float64Array;
  /** The best plan met on the way. */
  best: number;
  bestColumns: number[];
}

export interface Climb {
  lambda: Float64Array;
  budgetPrice: number;
  /** The value of a plan that is known. */
  target: number;
  /** Whether a bound ends the search here. */
  isEnough(bound: number): boolean;
  isOver(): boolean;
  steps: number;
  /** Steps without progress after which they become shorter. */
  patience: number;
}

/** Share of the direction before; what the last choices disagree about is so evened out (P. Camerini and others, 1975). */
export const MEMORY = 0.7;
/** Of Polyak's step. */
export const FIRST_LENGTH = 0.5;
export const LAST_LENGTH = 0.005;
const STEPS_BETWEEN_LOOKS = 8;

/**
 * Each row pays λ to who serves it; then columns open that are paid most, and what that costs is a lower bound for every
 * λ (G. Cornuéjols, M. Fisher and G. Nemhauser, 1977). Subgradient steps of Polyak's length raise it. A row's step goes
 * with its cap, since few rows have most of the people.
 */
export function climb(f: Facilities, { isEnough, isOver, steps, patience, ...from }: Climb): LagrangianBound {
  const at = pricing(f, from.lambda, from.budgetPrice);
  const found = nothingYet(f, at, from);
  let length = FIRST_LENGTH;
  let still = 0;
  for (let step = 0; step < steps; step++) {
    at.price();
    const worth = at.choose();
    if (worth < found.best && at.drawn <= f.budget) {
      found.best = worth;
      found.bestColumns = Array.from(at.chosen());
    }
    for (let column = 0; column < found.share.length; column++) found.share[column]! *= 0.9;
    for (const column of at.chosen()) found.share[column]! += 0.1;
    const target = Math.min(from.target, found.best);
    if (at.bound > found.bound) {
      if (at.bound - found.bound > 1e-4 * (target - at.bound)) still = 0;
      keep(found, at);
      if (isEnough(found.bound)) break;
    }
    if (step % STEPS_BETWEEN_LOOKS === 0 && isOver()) break;
    if (++still > patience) {
      length /= 2;
      still = 0;
      if (length < LAST_LENGTH) break;
      at.lambda.set(found.lambda);
      at.budgetPrice = found.budgetPrice;
      at.forget();
    } else if (!at.step(MEMORY, length * Math.max(target - at.bound, 1e-9 * Math.abs(target)))) break;
  }
  return found;
}

function nothingYet(f: Facilities, at: Pricing, from: Pick<Climb, 'lambda'>): LagrangianBound {
  return {
    bound: Number.NEGATIVE_INFINITY,
    lambda: from.lambda.slice(),
    budgetPrice: at.budgetPrice,
    value: new Float64Array(f.site.length),
    isChosen: new Uint8Array(f.site.length),
    share: new Float64Array(f.site.length),
    best: Number.POSITIVE_INFINITY,
    bestColumns: [],
  };
}

function keep(found: LagrangianBound, at: Pricing): void {
  found.bound = at.bound;
  found.lambda.set(at.lambda);
  found.budgetPrice = at.budgetPrice;
  found.value.set(at.value);
  found.isChosen.fill(0);
  for (const column of at.chosen()) found.isChosen[column] = 1;
}
