import type { SitingProblem } from '../siting/siting-problem.ts';
import { type Candidate, isAmong } from './candidate.ts';
import type { SitingAsk } from './siting-ask.ts';
import type { SitingColumns } from './siting-columns.ts';
import type { SitingRow } from './siting-rows.ts';

/** The question as the solver takes it. What is there already is always open and free. */
export function composeSiting(
  ask: SitingAsk,
  rows: readonly SitingRow[],
  candidates: readonly Candidate[],
  { sites: columns, minutes: cost, standing, room }: SitingColumns,
): SitingProblem {
  const { model, minutes, sites, budget, costs, force } = ask;
  const forced = candidates.flatMap((one, index) => (isAmong(one, force) ? [index] : []));
  return {
    model,
    cost,
    weights: Float64Array.from(rows, ({ people }) => people),
    sites: columns,
    ...((model === 'mclp' || model === 'lscp') && { radius: minutes }),
    fixed: [...forced, ...standing],
    ...(sites !== undefined && { p: sites + standing.length }),
    ...(costs && {
      siteCost: Float64Array.of(...candidates.map(({ kind }) => costs[kind]), ...standing.map(() => 0)),
    }),
    ...(budget !== undefined && { budget }),
    ...(room && { capacity: room }),
  };
}
