import type { OpenProblem } from './open-problem.ts';
import type { PlanInput } from './plan-input.ts';
import type { Company } from './read-companies.ts';
import { bestMargin, type Standing } from './standing.ts';

/** One of the ways that a company can go: the position of an option, or NOWHERE. */
export interface Way {
  option: number;
  /** What it costs at least, by the duals of the standing. */
  cost: number;
}

export const NOWHERE = -1;

/** All ways that are open to a company, the cheapest first; of equal ones the first option, and nowhere last. */
export function waysOf(standing: Standing, score: PlanInput['score'], { needs, options }: Company): Way[] {
  const profits = needs.map((need) => standing.stake[need]! + bestMargin(standing, need));
  const profit = profits.reduce((sum, own) => sum + own, 0);
  const ways = [{ option: NOWHERE, cost: profit }];
  options.forEach(({ pool, choices }, option) => {
    if (standing.capacity[pool]! < needs.length) return;
    const gain = choices.reduce(
      (sum, choice, at) => sum + standing.stake[needs[at]!]! + score[choice]! - standing.price[pool]!,
      0,
    );
    ways.push({ option, cost: profit - gain });
  });
  return ways.sort((a, b) => a.cost - b.cost || (a.option >>> 0) - (b.option >>> 0));
}

/** The way that a company goes in a standing without anybody having told it to; undefined where it is torn apart. */
export function ownWay(
  { edgeOf }: Standing,
  { choice }: OpenProblem,
  offer: PlanInput['offer'],
  { needs, options }: Company,
): number | undefined {
  const offers = new Set(needs.map((need) => (edgeOf[need]! < 0 ? -1 : offer[choice[edgeOf[need]!]!]!)));
  if (offers.size > 1) return undefined;
  const [at] = offers;
  return at === -1 ? NOWHERE : options.findIndex((option) => option.offer === at);
}
