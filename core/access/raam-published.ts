import type { AccessProblem, AccessResult } from './access-problem.ts';
import { equilibriumGap } from './equilibrium-gap.ts';
import {
  costsOf,
  leastOf,
  loadsOf,
  meanCosts,
  type RaamProblem,
  raamProblem,
  toNearest,
} from './raam-problem.ts';

const CYCLES = 150;
/** Share of a place's people that move at most at a time: halved every 50 cycles, but never below the least. */
const STEP = { first: 0.2, halfLife: 50, least: 0.005 };
/** In so many cycles at first a site that more people than its share move to gets fewer of each. */
const GENTLE_CYCLES = 20;

/**
 * RAAM as iterated by PySAL `access`: whole people move from the costliest site they use to the cheapest. The moves of
 * a place with fewer people than 1 ÷ 0.005 come to nothing in the end, so a gap stays.
 */
export function raamPublished(problem: AccessProblem, limit: number, tau: number): AccessResult {
  const raam = raamProblem(problem, limit, tau);
  const { share, ways } = raam;
  const going = toNearest(raam);
  let costs: Float64Array = new Float64Array();
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const load = loadsOf(ways.site, going, share.length);
    costs = costsOf(raam, load);
    const step = Math.max(STEP.first * 0.5 ** (cycle / STEP.halfLife), STEP.least);
    const moves = findMoves(raam, load, costs, going, step);
    if (cycle < GENTLE_CYCLES) slowDown(moves, raam);
    for (const { from, to, people } of moves) {
      going[from]! -= people;
      going[to]! += people;
    }
  }
  const gap = equilibriumGap(raam, costsOf(raam, loadsOf(ways.site, going, share.length)), going);
  return { access: meanCosts(raam, costs, going), equilibriumGap: gap, cycles: CYCLES };
}

interface Move {
  from: number;
  to: number;
  people: number;
}

function findMoves(
  { demand, share, ways: { start, site, cost: way } }: RaamProblem,
  load: Float64Array,
  costs: Float64Array,
  going: Float64Array,
  step: number,
): Move[] {
  const moves: Move[] = [];
  for (let i = 0; i < demand.length; i++) {
    if (start[i] === start[i + 1]) continue;
    const to = leastOf(costs, start[i]!, start[i + 1]!);
    let from = to;
    for (let pair = start[i]!; pair < start[i + 1]!; pair++)
      if (going[pair]! > 0 && (going[from]! === 0 || costs[pair]! > costs[from]!)) from = pair;
    if (from === to) continue;
    const here = going[to]! + going[from]!;
    const others = { to: load[site[to]!]! - going[to]!, from: load[site[from]!]! - going[from]! };
    const [shareTo, shareFrom] = [share[site[to]!]!, share[site[from]!]!];
    // With so many at the cheapest, both would cost the same. Whole people: the order of the sums decides.
    const level =
      ((shareTo * shareFrom) / (shareTo + shareFrom)) *
      (way[from]! - way[to]! + (here + others.from) / shareFrom - others.to / shareTo);
    const people = Math.trunc(Math.min(level - going[to]!, step * demand[i]!, going[from]!));
    moves.push({ from, to, people });
  }
  return moves;
}

function slowDown(moves: readonly Move[], { share, ways: { site } }: RaamProblem): void {
  const coming = new Float64Array(share.length);
  for (const { to, people } of moves) coming[site[to]!]! += people;
  for (const move of moves) {
    const j = site[move.to]!;
    move.people = roundHalfToEven(move.people / Math.max(coming[j]! / share[j]!, 1));
  }
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
