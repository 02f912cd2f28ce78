import type { Arranged } from './arrange.ts';
import { auction, lowerPrices, type Market, openMarket } from './auction.ts';

/*
 * The course of the auctions. No choice here can make a result wrong, only slow; what was tried and what it cost is in
 * docs/benchmarks.md. Coarse steps come first, on a sample; before each next auction prices go down, so that what was
 * overpaid is found (scaling: D. P. Bertsekas, Network Optimization, 1998, chapter 7).
 */
const SAMPLE = 4;
/** Steps on the sample, in parts of what a step of urgency is worth, then in parts of the highest score. */
const STAKE_EPSILONS = [1 / 4, 1 / 16];
const SAMPLE_EPSILON = 1 / 16;
/** The first step for all, and what prices go down by before it, in parts of the highest score. */
const FIRST_EPSILON = 1 / 64;
const FIRST_FALL = 1 / 8;
/** Then steps grow finer by this, down to 1, and prices go down by so many of the last steps. */
const FINER = 16;
const FALL = 2;

/** Prices and a placement that are nearly the best: what auctions leave. `trial`: worth of a step of urgency, or 0. */
export function findPrices(rows: Arranged, stake: Int32Array, most: number, trial: number): Market {
  const market = openMarket(rows, stake, 3 * trial + most);
  if (trial > 0)
    for (const part of STAKE_EPSILONS) {
      auction(market, Math.ceil(trial * part), SAMPLE);
      lowerPrices(market, Math.ceil(trial * part));
    }
  auction(market, Math.ceil(most * SAMPLE_EPSILON), SAMPLE);
  lowerPrices(market, Math.ceil(most * FIRST_FALL));
  for (let epsilon = Math.ceil(most * FIRST_EPSILON); ; epsilon = Math.ceil(epsilon / FINER)) {
    auction(market, epsilon, 1);
    if (epsilon <= 1) return market;
    lowerPrices(market, FALL * epsilon);
  }
}
