import type { AccessProblem, AccessResult } from './access-problem.ts';
import { equilibriumGap } from './equilibrium-gap.ts';
import { costsOf, loadsOf, meanCosts, type RaamProblem, raamProblem, toNearest } from './raam-problem.ts';

/** Of all cost, what may be left to spare. */
const GAP = 1e-5;
/** 150 tracts with 22,500 ways take 350. Whoever takes more is told the gap that is left. */
const CYCLES = 1_000;

/**
 * RAAM until nobody would gain. Place by place people spread over the sites as is best for them while the others stay:
 * that is descent, block by block, on the convex sum Σ load² ÷ 2Sρ + Σ people × way (M. Beckmann and others, 1956), whose
 * least is the equilibrium.
 */
export function raamEquilibrium(problem: AccessProblem, limit: number, tau: number): AccessResult {
  const raam = raamProblem(problem, limit, tau);
  const going = toNearest(raam);
  const gapNow = () => equilibriumGap(raam, costsOf(raam, load), going);
  let load = loadsOf(raam.ways.site, going, raam.share.length);
  let [gap, cycles] = [gapNow(), 0];
  for (; gap > GAP && cycles < CYCLES; cycles++) {
    for (let i = 0; i < raam.demand.length; i++) settle(raam, i, going, load);
    // Afresh: differences that are added up for long drift.
    load = loadsOf(raam.ways.site, going, raam.share.length);
    gap = gapNow();
  }
  return { access: meanCosts(raam, costsOf(raam, load), going), equilibriumGap: gap, cycles };
}

/** Spreads a place's people so that all sites they use cost the same and no other costs less. */
function settle(
  { demand, share, ways }: RaamProblem,
  i: number,
  going: Float64Array,
  load: Float64Array,
): void {
  const [from, to] = [ways.start[i]!, ways.start[i + 1]!];
  if (from === to || demand[i] === 0) return;
  const empty: { pair: number; cost: number }[] = [];
  for (let pair = from; pair < to; pair++) {
    const j = ways.site[pair]!;
    load[j] = Math.max(0, load[j]! - going[pair]!);
    going[pair] = 0;
    empty.push({ pair, cost: load[j]! / share[j]! + ways.cost[pair]! });
  }
  empty.sort((a, b) => a.cost - b.cost || a.pair - b.pair);
  const level = fillLevel(empty, demand[i]!, (pair) => share[ways.site[pair]!]!);
  for (const { pair, cost } of empty) {
    if (cost >= level) break;
    const j = ways.site[pair]!;
    going[pair] = (level - cost) * share[j]!;
    load[j]! += going[pair]!;
  }
}

/** The cost at which sites, each filled from its own up, hold all people. */
function fillLevel(
  empty: readonly { pair: number; cost: number }[],
  people: number,
  shareOf: (pair: number) => number,
): number {
  let [held, width, level] = [0, 0, Number.POSITIVE_INFINITY];
  for (const { pair, cost } of empty) {
    if (cost >= level) break;
    width += shareOf(pair);
    held += shareOf(pair) * cost;
    level = (people + held) / width;
  }
  return level;
}
