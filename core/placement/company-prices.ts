import { gainOf } from './company-ways.ts';
import type { PlanInput } from './plan-input.ts';
import type { Company } from './read-companies.ts';
import type { Standing } from './standing.ts';

/** Rounds of price changes, and after how many without progress the step is halved. */
const ROUNDS = 300;
const PATIENCE = 10;

export interface CompanyPrices {
  /** Per service, whole numbers from 0 on. */
  price: Float64Array;
  /** By how much the bound that they give lies below that of the standing's own prices. */
  gain: bigint;
}

/**
 * Prices for a problem with companies. Any prices from 0 on bound what is possible: what all places cost, plus what each
 * request at best gains beyond, plus what each company does as one. The standing's prices are the best for requests one
 * by one; from there subgradient steps lead to better ones for companies (M. Held, P. Wolfe and H. P. Crowder,
 * "Validation of subgradient optimization", _Mathematical Programming_ 6, 1974). `distance`: how far the bound is from
 * a plan that is known.
 */
export function companyPrices(
  standing: Standing,
  score: PlanInput['score'],
  companies: readonly Company[],
  distance: number,
): CompanyPrices {
  const alone = new Uint8Array(standing.edgeOf.length).fill(1);
  for (const { needs } of companies) for (const need of needs) alone[need] = 0;
  const demand = new Float64Array(standing.load.length);
  const gains = new Float64Array(standing.edgeOf.length + companies.length);
  const at: Standing = { ...standing, price: standing.price.slice() };
  const look = () => {
    demand.fill(0);
    for (let request = 0; request < alone.length; request++)
      if (alone[request]) gains[request] = bestGain(at, request, demand);
    companies.forEach((company, c) => {
      gains[alone.length + c] = bestCompanyGain(at, score, company, demand);
    });
  };
  look();
  const own = gains.slice();
  const difference = () => {
    let sum = 0;
    for (let g = 0; g < gains.length; g++) sum += gains[g]! - own[g]!;
    for (let s = 0; s < demand.length; s++)
      sum += (at.price[s]! - standing.price[s]!) * standing.capacity[s]!;
    return sum;
  };
  let price: Float64Array = standing.price;
  let [lowest, factor, idle] = [0, 1, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const now = difference();
    if (now < lowest) {
      price = at.price.slice();
      [lowest, idle] = [now, 0];
    } else if (++idle > PATIENCE) [factor, idle] = [factor / 2, 0];
    if (!step(at, demand, factor * Math.max(1, distance + now))) break;
    look();
  }
  at.price = price;
  look();
  return { price, gain: lowering(standing, price, own, gains) };
}

/** Moves each price against what is left over or missing at its service; false where nothing is. */
function step({ price, capacity }: Standing, demand: Float64Array, length: number): boolean {
  let square = 0;
  for (let at = 0; at < price.length; at++) {
    const over = demand[at]! - capacity[at]!;
    if (over > 0 || price[at]! > 0) square += over * over;
  }
  if (square === 0) return false;
  for (let at = 0; at < price.length; at++)
    price[at] = Math.max(0, Math.round(price[at]! + (length * (demand[at]! - capacity[at]!)) / square));
  return true;
}

/** As `bestProfit`, and counts where the request would go. */
function bestGain(
  { first, end, service, score, price, stake }: Standing,
  request: number,
  demand: Float64Array,
): number {
  let [best, where] = [-stake[request]!, -1];
  for (let edge = first[request]!; edge < end[request]!; edge++) {
    const gain = score[edge]! - price[service[edge]!]!;
    if (gain > best) [best, where] = [gain, service[edge]!];
  }
  if (where >= 0) demand[where]! += 1;
  return best + stake[request]!;
}

function bestCompanyGain(
  at: Standing,
  score: PlanInput['score'],
  { needs, options }: Company,
  demand: Float64Array,
): number {
  let [best, where] = [0, -1];
  for (const option of options) {
    const gain = gainOf(at, score, needs, option);
    if (gain > best) [best, where] = [gain, option.pool];
  }
  if (where >= 0) demand[where]! += needs.length;
  return best;
}

/** The difference of the bounds exactly, for sums of it may be beyond what floating point holds. */
function lowering(
  { price: before, capacity }: Standing,
  price: Float64Array,
  own: Float64Array,
  gains: Float64Array,
): bigint {
  let gain = 0n;
  for (let at = 0; at < price.length; at++) gain += BigInt(before[at]! - price[at]!) * BigInt(capacity[at]!);
  for (let at = 0; at < gains.length; at++) gain += BigInt(own[at]! - gains[at]!);
  return gain;
}
