import type { AccessMeasure } from './access-measure.ts';
import type { AccessProblem, AccessResult } from './access-problem.ts';
import { type Decay, decayWeight } from './decay.ts';
import { fcaRatio } from './fca-ratio.ts';
import { floatingCatchment, pairWeights, selectiveWeights, sumReached } from './floating-catchment.ts';
import { nearestSites } from './nearest-sites.ts';
import { raamEquilibrium } from './raam-equilibrium.ts';
import { raamPublished } from './raam-published.ts';
import { relativeAccess } from './relative-access.ts';

/** With which E2SFCA and 3SFCA were published, in minutes. */
const LUO_QI: Decay = {
  kind: 'step',
  steps: [
    [10, 1],
    [20, 0.68],
    [30, 0.22],
  ],
};
const WAN_ZOU_STERNBERG: Decay = {
  kind: 'step',
  steps: [
    [10, 0.962],
    [20, 0.704],
    [30, 0.377],
    [60, 0.042],
  ],
};
/** Minutes that count as much as a site with exactly its share of the demand (Saxon and Snow). */
const TAU = 60;

/** @throws RangeError for an FCA ratio without the ways among demand places */
export function measureAccess(measure: AccessMeasure, problem: AccessProblem): AccessResult {
  const result = measureByMethod(measure, problem);
  if (!measure.relative) return result;
  return { ...result, access: relativeAccess(result.access, problem.demand) };
}

function measureByMethod(measure: AccessMeasure, problem: AccessProblem): AccessResult {
  const { method, limit, k = 1, tau = TAU } = measure;
  const { pairs, supply } = problem;
  const weightOf = weigher(measure);
  switch (method) {
    case '2sfca':
    case 'e2sfca':
      return { access: floatingCatchment(problem, pairWeights(pairs, limit, weightOf)) };
    case '3sfca':
      return { access: floatingCatchment(problem, selectiveWeights(pairs, limit, weightOf)) };
    case 'raam':
      return measure.iteration === 'published'
        ? raamPublished(problem, limit, tau)
        : raamEquilibrium(problem, limit, tau);
    case 'fca-ratio':
      return { access: fcaRatio(problem, limit) };
    case 'weighted-catchment':
      return { access: sumReached(pairs, pairWeights(pairs, limit, weightOf), supply) };
    case 'cumulative':
      return {
        access: sumReached(
          pairs,
          pairWeights(pairs, limit, () => 1),
          supply,
        ),
      };
    case 'nearest':
      return { access: nearestSites(problem, limit, k) };
    case 'coverage':
      return { access: nearestSites(problem, limit, k).map((cost) => (cost <= limit ? 1 : 0)) };
  }
}

/** What is given, or what a method was published with; undefined where all ways within the limit count alike. */
export function decayOf({ method, decay }: Pick<AccessMeasure, 'method' | 'decay'>): Decay | undefined {
  if (decay) return decay;
  if (method === 'e2sfca') return LUO_QI;
  return method === '3sfca' ? WAN_ZOU_STERNBERG : undefined;
}

function weigher(measure: AccessMeasure): (cost: number) => number {
  const decay = decayOf(measure);
  return decay ? decayWeight(decay) : () => 1;
}
