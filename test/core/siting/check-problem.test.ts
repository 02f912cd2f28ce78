import { expect } from 'chai';
import type { SitingProblem, SitingProblemCode } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';

/** Two places, three candidates. */
const mclp: SitingProblem = {
  model: 'mclp',
  cost: Float64Array.of(1, 2, 3, 4, 5, 6),
  weights: Float64Array.of(1, 1),
  sites: 3,
  p: 1,
  radius: 3,
};
const { radius: _, ...median } = { ...mclp, model: 'p-median' as const };
const { p: __, ...unlimited } = mclp;
const prices = Float64Array.of(2, 2, 2);

const WRONG: [string, SitingProblemCode, SitingProblem][] = [
  ['no candidates', 'no-candidates', { ...mclp, sites: 0, cost: new Float64Array() }],
  ['no demand', 'no-demand', { ...mclp, weights: new Float64Array(), cost: new Float64Array() }],
  ['a cost too few', 'sizes-differ', { ...mclp, cost: new Float64Array(5) }],
  ['a site cost too few', 'sizes-differ', { ...mclp, siteCost: new Float64Array(2), budget: 1 }],
  ['a negative weight', 'bad-weight', { ...mclp, weights: Float64Array.of(1, -1) }],
  ['a weight that nobody knows', 'bad-weight', { ...mclp, weights: Float64Array.of(1, Number.NaN) }],
  ['a cost that nobody knows', 'bad-cost', { ...mclp, cost: Float64Array.of(1, 2, 3, 4, 5, Number.NaN) }],
  ['a negative cost', 'bad-cost', { ...mclp, cost: Float64Array.of(1, 2, 3, 4, 5, -1) }],
  [
    'an endless site cost',
    'bad-site-cost',
    { ...mclp, siteCost: Float64Array.of(1, 1, Infinity), budget: 1 },
  ],
  ['no radius', 'radius-missing', { ...median, model: 'mclp' }],
  ['a radius that is no number', 'bad-radius', { ...mclp, radius: Number.NaN }],
  ['half a site', 'bad-p', { ...mclp, p: 1.5 }],
  ['no site', 'bad-p', { ...mclp, p: 0 }],
  ['more sites than candidates', 'more-than-candidates', { ...mclp, p: 4 }],
  ['more fixed sites than sites', 'fewer-than-fixed', { ...mclp, fixed: [0, 1] }],
  ['a fixed site that is no candidate', 'unknown-site', { ...mclp, fixed: [3] }],
  ['a fixed site twice', 'unknown-site', { ...mclp, p: 2, fixed: [1, 1] }],
  ['neither p nor budget', 'limit-missing', unlimited],
  ['a budget and no site costs', 'site-cost-missing', { ...mclp, budget: 1 }],
  ['a budget below 0', 'bad-budget', { ...mclp, budget: -1, siteCost: prices }],
  ['a budget for no site', 'budget-too-small', { ...mclp, budget: 1, siteCost: prices }],
  [
    'a budget below the fixed sites',
    'budget-too-small',
    { ...mclp, budget: 1, siteCost: prices, fixed: [0] },
  ],
  ['a radius for p-median', 'not-for-model', { ...mclp, model: 'p-median' }],
  ['p for lscp', 'not-for-model', { ...mclp, model: 'lscp' }],
  ['a capacity too few', 'sizes-differ', { ...mclp, capacity: new Float64Array(2) }],
  ['a negative capacity', 'bad-capacity', { ...mclp, capacity: Float64Array.of(1, -1, 1) }],
  ['a capacity that nobody knows', 'bad-capacity', { ...mclp, capacity: Float64Array.of(1, Number.NaN, 1) }],
  [
    'capacities for p-centre',
    'not-for-model',
    { ...median, model: 'p-centre', capacity: Float64Array.of(1, 1, 1) },
  ],
];

describe('A siting problem', () => {
  for (const [name, code, problem] of WRONG)
    it(`with ${name} is refused as ${code}`, () => {
      expect(() => solveSiting(problem))
        .to.throw()
        .include({ name: 'SitingProblemError', code });
    });
});
