import { expect } from 'chai';
import { explainSiting } from '../../../core/siting/explain-siting.ts';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';

/** Sites 0 and 1 stand at the ends; site 2 is new. The last place is out of everybody's reach. */
const problem: SitingProblem = {
  model: 'mclp',
  cost: Float64Array.of(
    ...[2, 90, 30],
    ...[40, 50, 6],
    ...[Infinity, Infinity, 10],
    ...[80, 4, 70],
    ...[Infinity, Infinity, Infinity],
  ),
  weights: Float64Array.of(10, 20, 5, 7, 3),
  sites: 3,
  p: 3,
  radius: 15,
  fixed: [0, 1],
};

describe('explainSiting', () => {
  const told = explainSiting(problem, { open: [0, 1, 2] });

  it('tells how people stand before and now', () => {
    expect(told).to.deep.include({ people: 45, beyondAll: 3 });
    expect(told.before).to.deep.equal({ covered: 17, averageCost: (20 + 800 + 28) / 37, longestCost: 40 });
    expect(told.now).to.deep.equal({ covered: 42, averageCost: (20 + 120 + 50 + 28) / 42, longestCost: 10 });
  });

  it('tells of each site whom it covers newly and by how much their way shortens', () => {
    expect(told.sites[2]).to.deep.equal({
      site: 2,
      isFixed: false,
      people: 25,
      newlyCovered: 25,
      averageBefore: 40,
      averageNow: 6,
    });
    expect(told.sites[0]).to.include({ isFixed: true, people: 10, newlyCovered: 0, averageBefore: 2 });
  });

  it('claims no average where nobody had a way before', () => {
    const { fixed: _, ...none } = problem;
    const { before, sites } = explainSiting(none, { open: [2] });
    expect(before).to.deep.equal({ covered: 0 });
    expect(sites[0]).to.not.have.any.keys('averageBefore', 'averageNow');
  });
});
