import type { AccessProblem } from './access-problem.ts';
import { pairWeights, sumReached } from './floating-catchment.ts';

/** Places within the limit over people within the limit; 0 over 0 is NaN, and so is no site in reach. */
export function fcaRatio({ demand, supply, pairs, among }: AccessProblem, limit: number): Float64Array {
  if (!among) throw new RangeError('the FCA ratio wants the ways among demand places');
  const places = sumReached(
    pairs,
    pairWeights(pairs, limit, () => 1),
    supply,
  );
  const people = sumReached(
    among,
    pairWeights(among, limit, () => 1),
    demand,
  );
  return places.map((sum, i) => sum / people[i]!);
}
