import type { AccessProblem } from './access-problem.ts';
import type { Pairs } from './pairs.ts';

/**
 * Two steps: each site's places over the people in reach, then each place's sum of those ratios (2SFCA, E2SFCA,
 * 3SFCA; they differ in the weights). 0 places over 0 people count 0; places over nobody are Infinity.
 * @param weight of each pair; one of weight 0 is not in reach
 */
export function floatingCatchment(
  { demand, supply, pairs: { start, site } }: AccessProblem,
  weight: Float64Array,
): Float64Array {
  const ratio = new Float64Array(supply.length);
  for (let i = 0; i < demand.length; i++)
    for (let pair = start[i]!; pair < start[i + 1]!; pair++)
      ratio[site[pair]!]! += demand[i]! * weight[pair]!;
  for (let j = 0; j < ratio.length; j++) ratio[j] = supply[j] === 0 ? 0 : supply[j]! / ratio[j]!;
  return sumReached({ start, site }, weight, ratio);
}

/** Σ weight × value of the sites in reach; NaN where there is none. */
export function sumReached(
  { start, site }: Pick<Pairs, 'start' | 'site'>,
  weight: Float64Array,
  value: Float64Array,
): Float64Array {
  return Float64Array.from({ length: start.length - 1 }, (_, i) => {
    let [sum, reached] = [0, false];
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      if (weight[pair] === 0) continue;
      reached = true;
      sum += weight[pair]! * value[site[pair]!]!;
    }
    return reached ? sum : Number.NaN;
  });
}

/** Decay of each pair within the limit, beyond it 0. */
export function pairWeights(
  { cost }: Pick<Pairs, 'cost'>,
  limit: number,
  weightOf: (cost: number) => number,
): Float64Array {
  return cost.map((way) => (way <= limit ? weightOf(way) : 0));
}

/**
 * 3SFCA: weights times the share with which a place chooses a site among all of its pairs, those beyond the limit
 * included.
 */
export function selectiveWeights(
  { start, cost }: Pick<Pairs, 'start' | 'cost'>,
  limit: number,
  weightOf: (cost: number) => number,
): Float64Array {
  const weight = new Float64Array(cost.length);
  for (let i = 0; i + 1 < start.length; i++) {
    let all = 0;
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) all += weightOf(cost[pair]!);
    for (let pair = start[i]!; pair < start[i + 1]!; pair++) {
      const own = cost[pair]! <= limit ? weightOf(cost[pair]!) : 0;
      weight[pair] = own === 0 ? 0 : (own * own) / all;
    }
  }
  return weight;
}
