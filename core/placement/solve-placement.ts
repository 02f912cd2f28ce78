import { type Arranged, arrange } from './arrange.ts';
import { classWorth, highestScore } from './class-values.ts';
import { findPrices } from './find-prices.ts';
import { orderByService } from './order-by-service.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { settle } from './settle.ts';
import { emptyStanding, type Standing } from './standing.ts';

export interface SolveOptions {
  /**
   * All requests, in the order in which they are looked at: neighbours beside each other (along a Hilbert curve) are
   * quickest. The value does not depend on it, which of several optimal placements is found does.
   */
  order?: Uint32Array;
}

/** What a step of urgency is worth in the auctions, in highest scores. */
const TRIAL_WORTH = 4;

/**
 * A placement that no other beats, with the duals that prove it (`checkPlacement` looks at nothing else). The same
 * problem, request for request and edge for edge, gives the same placement: whoever wants one answer for any order of
 * input sorts before. @throws RangeError for what is not as `PlacementProblem` says
 *
 * What a step of urgency is worth exceeds the scores by so much that prices would climb for long. So the auctions take
 * a smaller worth for it, and each price that they find is then taken for the same multiple of the true one; what that
 * leaves open the shortest paths close, with the true worth.
 */
export function solvePlacement(problem: PlacementProblem, options: SolveOptions = {}): Placement {
  const most = highestScore(problem);
  const worth = classWorth(problem, most);
  const trial = Math.min(worth, 1 + TRIAL_WORTH * most);
  const rows = arrange(problem, options.order ?? orderByService(problem));
  const urgency = Uint8Array.from(rows.requestOf, (request) => problem.urgency?.[request] ?? 0);
  const market = findPrices(
    rows,
    Int32Array.from(urgency, (value) => value * trial),
    most,
    trial,
  );
  const price = Float64Array.from(market.price, (value) => lift(value, trial, worth));
  const standing = emptyStanding(
    rows,
    Float64Array.from(urgency, (value) => value * worth),
    price,
  );
  settle(standing, rows, market.edgeOf);
  return placementOf(problem, rows, standing);
}

/** k × trial + rest as k × worth + rest, with the smallest rest. */
function lift(price: number, trial: number, worth: number): number {
  return trial === worth ? price : price + Math.round(price / trial) * (worth - trial);
}

/** Back to the requests and services of the problem. */
function placementOf(problem: PlacementProblem, rows: Arranged, standing: Standing): Placement {
  const edgeOf = new Int32Array(problem.first.length - 1).fill(-1);
  const profit = new Float64Array(edgeOf.length);
  const price = new Float64Array(problem.capacity.length);
  let total = 0;
  let placed = 0;
  for (let row = 0; row < rows.requestOf.length; row++) {
    const request = rows.requestOf[row]!;
    profit[request] = standing.margin[row]! + standing.stake[row]!;
    const taken = standing.edgeOf[row]!;
    if (taken < 0) continue;
    const at = rows.serviceOf[rows.service[taken]!]!;
    let edge = problem.first[request]!;
    while (problem.service[edge] !== at) edge++;
    edgeOf[request] = edge;
    total += standing.score[taken]!;
    placed++;
  }
  for (let at = 0; at < rows.serviceOf.length; at++) price[rows.serviceOf[at]!] = standing.price[at]!;
  return { edgeOf, total, placed, price, profit };
}
