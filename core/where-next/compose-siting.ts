import type { SitingProblem } from '../siting/siting-problem.ts';
import type { Candidate } from './candidate.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingRow } from './siting-rows.ts';
import type { SitingWays } from './siting-ways.ts';

/**
 * The question as the solver takes it. All that is there already is one column more, always open and free: the way to
 * the nearest of it. So a thousand services that stand cost the solver nothing, and each kind of help has its own.
 */
export function composeSiting(
  ask: SitingAsk,
  rows: readonly SitingRow[],
  candidates: readonly Candidate[],
  ways: SitingWays,
): SitingProblem {
  const { model, minutes, sites, budget, costs, force } = ask;
  const { toExisting } = ways;
  const standing = toExisting ? [candidates.length] : [];
  const forced = candidates.flatMap(({ id }, index) => (force.includes(id) ? [index] : []));
  return {
    model,
    cost: withExisting(ways),
    weights: Float64Array.from(rows, ({ people }) => people),
    sites: candidates.length + standing.length,
    ...((model === 'mclp' || model === 'lscp') && { radius: minutes }),
    fixed: [...forced, ...standing],
    ...(sites !== undefined && { p: sites + standing.length }),
    ...(costs && {
      siteCost: Float64Array.of(...candidates.map(({ kind }) => costs[kind]), ...standing.map(() => 0)),
    }),
    ...(budget !== undefined && { budget }),
  };
}

function withExisting({ candidates, toCandidates, toExisting }: SitingWays): Float64Array {
  if (!toExisting) return toCandidates;
  const columns = candidates + 1;
  const cost = new Float64Array(toExisting.length * columns);
  for (let row = 0; row < toExisting.length; row += 1) {
    cost.set(toCandidates.subarray(row * candidates, (row + 1) * candidates), row * columns);
    cost[row * columns + candidates] = toExisting[row]!;
  }
  return cost;
}
