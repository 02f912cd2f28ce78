import { classWorth, HIGHEST_SCORE, URGENCIES } from './class-values.ts';
import type { Placement, PlacementProblem } from './problem.ts';

/**
 * `problem`: not well-formed, or too large for exact values · `length`: an array of the placement is not as long as the
 * problem asks (after either nothing else is looked at) · `edge`: a request takes an edge that is not its own ·
 * `overfull`: a service has more requests than places · `sum`: `total` or `placed` is not what the edges add up to ·
 * `dual`: a price or profit is below 0 or no whole number · `underpriced`: a request would gain more by some edge than
 * its profit · `slack`: a placed request gains less than its profit, an unplaced one has a profit, or a service with a
 * free place has a price.
 */
export const PLACEMENT_FAULTS = [
  'problem',
  'length',
  'edge',
  'overfull',
  'sum',
  'dual',
  'underpriced',
  'slack',
] as const;
export type PlacementFault = (typeof PLACEMENT_FAULTS)[number];

export interface PlacementCheck {
  /** Nobody is placed where they may not be, no service has too many, and the sums are right. */
  feasible: boolean;
  /** Feasible, and the duals prove that no placement is worth more. */
  optimal: boolean;
  /** How much more another placement could be worth at most; infinite where the duals prove nothing. */
  gap: number;
  /** How often what was found. */
  faults: Partial<Record<PlacementFault, number>>;
}

/**
 * Looks at a placement as somebody who trusts nobody, once at each request, edge and service. By weak duality any
 * feasible duals bound what all placements are worth (V. Chvátal, _Linear Programming_, 1983, chapter 5). The gap is
 * summed from what complementary slackness wants to be 0, so it is exact however large the values are.
 * `stepWorth`: what the duals take a step of urgency to be worth, if more than `classWorth`.
 */
export function checkPlacement(
  problem: PlacementProblem,
  placement: Placement,
  stepWorth?: number,
): PlacementCheck {
  const faults: PlacementCheck['faults'] = {};
  const found = (fault: PlacementFault) => {
    faults[fault] = (faults[fault] ?? 0) + 1;
  };
  const worth = worthOf(problem, stepWorth);
  if (worth === undefined) found('problem');
  else if (!fits(problem, placement)) found('length');
  else {
    const load = checkSeats(problem, placement, found);
    const gap = checkDuals(problem, placement, worth, load, found);
    const feasible = !faults.edge && !faults.overfull && !faults.sum;
    const bounded = feasible && !faults.dual && !faults.underpriced;
    return {
      feasible,
      optimal: bounded && !faults.slack,
      gap: bounded ? gap : Number.POSITIVE_INFINITY,
      faults,
    };
  }
  return { feasible: false, optimal: false, gap: Number.POSITIVE_INFINITY, faults };
}

/** What a step of urgency is worth; undefined if the problem is not what `PlacementProblem` says. */
function worthOf(problem: PlacementProblem, stepWorth?: number): number | undefined {
  const { first, service, score, capacity, urgency } = problem;
  const requests = first.length - 1;
  if (first[0] !== 0 || first[requests] !== service.length || score.length !== service.length)
    return undefined;
  if (urgency && (urgency.length !== requests || !urgency.every((value) => value >= 1 && value <= 3)))
    return undefined;
  for (let request = 0; request < requests; request++)
    if (first[request]! > first[request + 1]!) return undefined;
  for (let edge = 0; edge < service.length; edge++)
    if (service[edge]! >= capacity.length || score[edge]! < 0) return undefined;
  if (!capacity.every((places) => places >= 0)) return undefined;
  try {
    const least = classWorth(problem);
    if (stepWorth === undefined) return least;
    return stepWorth >= least && Number.isSafeInteger(URGENCIES * stepWorth + HIGHEST_SCORE)
      ? stepWorth
      : undefined;
  } catch {
    return undefined;
  }
}

function fits({ first, capacity }: PlacementProblem, { edgeOf, price, profit }: Placement): boolean {
  const requests = first.length - 1;
  return edgeOf.length === requests && profit.length === requests && price.length === capacity.length;
}

/** Counts who is where. */
function checkSeats(
  { first, service, score, capacity }: PlacementProblem,
  { edgeOf, total, placed }: Placement,
  found: (fault: PlacementFault) => void,
): Float64Array {
  const load = new Float64Array(capacity.length);
  let sum = 0;
  let count = 0;
  for (let request = 0; request < edgeOf.length; request++) {
    const edge = edgeOf[request]!;
    if (edge === -1) continue;
    if (edge < first[request]! || edge >= first[request + 1]!) {
      found('edge');
      continue;
    }
    load[service[edge]!]! += 1;
    sum += score[edge]!;
    count++;
  }
  for (let at = 0; at < load.length; at++) if (load[at]! > capacity[at]!) found('overfull');
  if (sum !== total || count !== placed) found('sum');
  return load;
}

/** The gap: what profits and prices of all places are worth beyond the placement, term by term. */
function checkDuals(
  problem: PlacementProblem,
  { edgeOf, price, profit }: Placement,
  worth: number,
  load: Float64Array,
  found: (fault: PlacementFault) => void,
): number {
  const { first, service, score, capacity, urgency } = problem;
  let gap = 0;
  const slack = (missing: number) => {
    if (missing > 0) found('slack');
    gap += missing;
  };
  for (let at = 0; at < price.length; at++) {
    if (!isDual(price[at]!)) found('dual');
    slack(price[at]! * Math.max(0, capacity[at]! - load[at]!));
  }
  for (let request = 0; request < profit.length; request++) {
    const own = profit[request]!;
    if (!isDual(own)) found('dual');
    const edge = edgeOf[request]!;
    const stake = urgency ? worth * urgency[request]! : 0;
    // What the request asks of a price so that it would gain no more there.
    const asked = stake - own;
    for (let e = first[request]!; e < first[request + 1]!; e++)
      if (!(price[service[e]!]! >= asked + score[e]!)) found('underpriced');
    if (edge === -1) slack(own);
    else if (edge >= first[request]! && edge < first[request + 1]!)
      slack(price[service[edge]!]! - asked - score[edge]!);
  }
  return gap;
}

const isDual = (value: number) => value >= 0 && Number.isSafeInteger(value);
