import { type SitingProblem, SitingProblemError } from './siting-problem.ts';

/** One kind of help that a hub would offer. */
export interface HubTerm {
  /** Demand × sites, row by row. A site that cannot offer it is `Infinity` away from everybody. */
  cost: Float64Array;
  /** Per demand place: people who need it. */
  weights: Float64Array;
}

/**
 * Several kinds of help under one roof: a problem whose places are those of the first term, then of the second, and so
 * on; who needs two of them counts twice. A site that stands and offers only some of them is a fixed site, `Infinity`
 * away for the others.
 */
export function hubProblem(
  terms: readonly HubTerm[],
  rest: Omit<SitingProblem, 'cost' | 'weights'>,
): SitingProblem {
  for (const { cost, weights } of terms)
    if (cost.length !== weights.length * rest.sites)
      throw new SitingProblemError(
        'sizes-differ',
        `cost has ${cost.length} values for ${weights.length} places.`,
      );
  return {
    ...rest,
    cost: joined(terms.map(({ cost }) => cost)),
    weights: joined(terms.map(({ weights }) => weights)),
  };
}

function joined(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    all.set(column, at);
    at += column.length;
  }
  return all;
}
