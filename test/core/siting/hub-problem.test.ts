import { expect } from 'chai';
import { hubProblem } from '../../../core/siting/hub-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';

const tutoring = { cost: Float64Array.of(1, 9, 9, 1), weights: Float64Array.of(10, 1) };
const dental = { cost: Float64Array.of(9, 1, 9, 1), weights: Float64Array.of(5, 8) };
const rest = { model: 'mclp' as const, sites: 2, p: 1, radius: 5 };

describe('hubProblem', () => {
  it('puts a hub where all its terms together reach most people', () => {
    expect(solveSiting({ ...rest, ...tutoring }).open).to.deep.equal([0]);
    const hub = solveSiting(hubProblem([tutoring, dental], rest));
    expect(hub).to.deep.include({ open: [1], objective: 14 });
    expect([...hub.assigned]).to.deep.equal([-1, 1, 1, 1]);
  });

  it('refuses a term whose columns do not fit', () => {
    expect(() => hubProblem([{ ...tutoring, weights: Float64Array.of(1) }], rest))
      .to.throw()
      .include({ code: 'sizes-differ' });
  });
});
