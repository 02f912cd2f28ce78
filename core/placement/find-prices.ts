import type { Arranged } from './arrange.ts';
import { auction, lowerPrices, type Market, openMarket } from './auction.ts';

/*
 * The course of the auctions: coarse steps on samples, finer and finer ones for all; before each next auction prices go
 * down, so that what was overpaid is found (scaling: D. P. Bertsekas, Network Optimization, 1998, chapter 7). No choice
 * here can make a result wrong, only slow; what was tried and what it cost is in docs/benchmarks.md.
 */

/** Of every so many-th row: steps and falls in parts of what a step of urgency is worth … */
const STAKE_ROUNDS = [
  { stride: 4, epsilon: 1 / 4, fall: 1 / 4 },
  { stride: 4, epsilon: 1 / 16, fall: 1 / 16 },
];
/** … and in parts of the highest score. */
const SCORE_ROUNDS = [
  { stride: 4, epsilon: 1 / 8, fall: 3 / 20 },
  { stride: 2, epsilon: 1 / 32, fall: 1 / 16 },
];
/** The first step for all, in parts of the highest score; then steps grow finer by this, down to at most `FINEST`. */
const FIRST_EPSILON = 1 / 128;
const FINER = 8;
const FINEST = 2;
/** What prices go down by between those, in last steps. */
const FALL = 3 / 2;

/** Prices and a placement that are nearly the best: what auctions leave. `trial`: worth of a step of urgency, or 0. */
export function findPrices(rows: Arranged, stake: Int32Array, most: number, trial: number): Market {
  const market = openMarket(rows, stake, 3 * trial + most);
  if (trial > 0) sampleRounds(market, STAKE_ROUNDS, trial);
  sampleRounds(market, SCORE_ROUNDS, most);
  for (let epsilon = Math.ceil(most * FIRST_EPSILON); ; epsilon = Math.ceil(epsilon / FINER)) {
    auction(market, epsilon, 1);
    if (epsilon <= FINEST) return market;
    lowerPrices(market, Math.ceil(FALL * epsilon));
  }
}

function sampleRounds(market: Market, rounds: typeof SCORE_ROUNDS, whole: number): void {
  for (const { stride, epsilon, fall } of rounds) {
    auction(market, Math.ceil(whole * epsilon), stride);
    lowerPrices(market, Math.ceil(whole * fall));
  }
}
