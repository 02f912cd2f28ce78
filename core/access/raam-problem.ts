import type { AccessProblem } from './access-problem.ts';
import type { Pairs } from './pairs.ts';

/**
 * RAAM (Saxon and Snow 2020): every child goes somewhere; a site costs its load over its share of the demand, and the
 * way over tau.
 */
export interface RaamProblem {
  demand: Float64Array;
  /** Of each site: S ρ, the demand that is its share. */
  share: Float64Array;
  /** Within the limit and to sites with places; each way over tau. */
  ways: Pairs;
}

export function raamProblem(
  { demand, supply, pairs }: AccessProblem,
  limit: number,
  tau: number,
): RaamProblem {
  const rho = sum(demand) / sum(supply);
  const start = new Uint32Array(pairs.start.length);
  const kept: number[] = [];
  for (let i = 0; i + 1 < start.length; i++) {
    for (let pair = pairs.start[i]!; pair < pairs.start[i + 1]!; pair++)
      if (pairs.cost[pair]! <= limit && supply[pairs.site[pair]!]! > 0) kept.push(pair);
    start[i + 1] = kept.length;
  }
  const site = Uint32Array.from(kept, (pair) => pairs.site[pair]!);
  const cost = Float64Array.from(kept, (pair) => pairs.cost[pair]! / tau);
  return { demand, share: supply.map((places) => places * rho), ways: { start, site, cost } };
}

/** Mean cost of a place's people over the sites that they go to; NaN for a place without people or without a way. */
export function meanCosts({ demand, ways: { start } }: RaamProblem, cost: Float64Array, going: Float64Array) {
  return demand.map((people, i) => {
    let [all, any] = [0, false];
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      any = true;
      if (going[pair]! > 0) all += cost[pair]! * going[pair]!;
    }
    return any && people > 0 ? all / people : Number.NaN;
  });
}

/** Each way's cost with the congestion at its end. */
export function costsOf({ share, ways: { site, cost } }: RaamProblem, load: Float64Array): Float64Array {
  return cost.map((way, pair) => load[site[pair]!]! / share[site[pair]!]! + way);
}

/** Everybody goes to the nearest site, of equally near ones to the first. */
export function toNearest({ demand, ways: { start, cost } }: RaamProblem): Float64Array {
  const going = new Float64Array(cost.length);
  for (let i = 0; i < demand.length; i++)
    if (start[i]! < start[i + 1]!) going[leastOf(cost, start[i]!, start[i + 1]!)] = demand[i]!;
  return going;
}

export function loadsOf(site: Uint32Array, going: Float64Array, sites: number): Float64Array {
  const load = new Float64Array(sites);
  for (let pair = 0; pair < going.length; pair++) load[site[pair]!]! += going[pair]!;
  return load;
}

/** Where the least of a stretch stands, the first of equal ones. */
export function leastOf(values: Float64Array, from: number, to: number): number {
  let least = from;
  for (let i = from + 1; i < to; i++) if (values[i]! < values[least]!) least = i;
  return least;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
