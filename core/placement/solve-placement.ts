import { classWorth, highest, stakes } from './class-values.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { solveStanding } from './solve-standing.ts';
import { bestProfit, type Standing } from './standing.ts';

export interface SolveOptions {
  /**
   * All requests, in the order in which they are looked at: neighbours beside each other (along a Hilbert curve) are
   * quickest. The value does not depend on it, which of several optimal placements is found does.
   */
  order?: Uint32Array;
}

/** How much more than the highest score a step of urgency is worth at first, and how much more at each new try. */
const FIRST_WORTH = 4;
const MORE_WORTH = 16;

/**
 * A placement that no other beats, with the duals that prove it (`checkPlacement` looks at nothing else). The same
 * problem, request for request and edge for edge, gives the same placement: whoever wants one answer for any order of
 * input sorts before.
 *
 * What a step of urgency is worth exceeds the scores by so much that prices would climb for long. So it is solved with
 * a smaller worth; if the duals then lie close enough to its multiples, they hold for the true one as well.
 */
export function solvePlacement(problem: PlacementProblem, options: SolveOptions = {}): Placement {
  const order = options.order ?? byFirstService(problem);
  const worth = classWorth(problem);
  const most = highest(problem.score);
  for (let trial = Math.min(worth, 1 + FIRST_WORTH * most); ; trial = Math.min(worth, trial * MORE_WORTH)) {
    const standing = solveStanding(problem, stakes(problem, trial), order);
    const placement = placementOf(standing);
    if (trial === worth) return placement;
    const away = lift(placement.price, trial, worth) + lift(placement.profit, trial, worth);
    if (away + most < trial) return placement;
  }
}

/**
 * Makes each dual k × trial + q one of k × worth + q, and gives the largest |q|. With |q| + |q'| + score below `trial`
 * for all, an inequality or equation of two duals and u × trial + score holds for multiples and rests apart, so also
 * with the larger worth.
 */
function lift(duals: Float64Array, trial: number, worth: number): number {
  let away = 0;
  for (let at = 0; at < duals.length; at++) {
    const times = Math.round(duals[at]! / trial);
    const rest = duals[at]! - times * trial;
    duals[at] = times * worth + rest;
    away = Math.max(away, Math.abs(rest));
  }
  return away;
}

function placementOf(standing: Standing): Placement {
  const { edgeOf, score, price } = standing;
  const profit = new Float64Array(edgeOf.length);
  let total = 0;
  let placed = 0;
  for (let request = 0; request < edgeOf.length; request++) {
    profit[request] = bestProfit(standing, request);
    const edge = edgeOf[request]!;
    if (edge < 0) continue;
    total += score[edge]!;
    placed++;
  }
  return { edgeOf, total, placed, price, profit };
}

/** Requests with the same first service beside each other (counting sort); those without edges are left out. */
function byFirstService({ first, service, capacity }: PlacementProblem): Uint32Array {
  const requests = first.length - 1;
  const begin = new Uint32Array(capacity.length + 1);
  for (let r = 0; r < requests; r++) if (first[r]! < first[r + 1]!) begin[service[first[r]!]! + 1]! += 1;
  for (let at = 0; at < capacity.length; at++) begin[at + 1]! += begin[at]!;
  const order = new Uint32Array(begin[capacity.length]!);
  for (let r = 0; r < requests; r++) {
    if (first[r]! === first[r + 1]!) continue;
    const at = service[first[r]!]!;
    order[begin[at]!] = r;
    begin[at]! += 1;
  }
  return order;
}
