import type { OpenProblem } from './open-problem.ts';
import type { PlanInput } from './plan-input.ts';
import type { Company, CompanyOption } from './read-companies.ts';
import { bestMargin, type Standing } from './standing.ts';

/** One of the ways that a company can go: the position of an option, or NOWHERE. */
export interface Way {
  option: number;
  /** What it costs at least, by the duals of the standing. */
  cost: number;
}

export const NOWHERE = -1;

/** All ways that are open to a company: its options in their order, and nowhere. */
export function waysOf(standing: Standing, score: PlanInput['score'], { needs, options }: Company): Way[] {
  const profit = needs.reduce((sum, need) => sum + standing.stake[need]! + bestMargin(standing, need), 0);
  const ways = options.map((option, at) => ({
    option: at,
    cost: profit - gainOf(standing, score, needs, option),
  }));
  return [
    ...ways.filter((_, at) => standing.capacity[options[at]!.pool]! >= needs.length),
    { option: NOWHERE, cost: profit },
  ];
}

/** What a company gains by an option under the prices. */
export function gainOf(
  { stake, price }: Pick<Standing, 'stake' | 'price'>,
  score: PlanInput['score'],
  needs: readonly number[],
  { pool, choices }: CompanyOption,
): number {
  let gain = 0;
  for (let at = 0; at < needs.length; at++) gain += stake[needs[at]!]! + score[choices[at]!]! - price[pool]!;
  return gain;
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
