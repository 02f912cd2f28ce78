import { expect } from 'chai';
import fc from 'fast-check';
import { SITING_MODELS, type SitingProblem } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';
import { sanFrancisco } from './reference-siting.ts';
import { measure, tryEverySet } from './try-every-set.ts';

describe('solveSiting', () => {
  for (const model of SITING_MODELS)
    it(`finds for ${model} what trying every set finds`, () => {
      fc.assert(
        fc.property(smallProblem(model), (problem) => {
          const result = solveSiting(problem);
          expect(result.objective).to.equal(tryEverySet(problem));
          expect(result.objective).to.equal(measure(problem, result.open));
          expect(result).to.include({ proven: true, bound: result.objective });
          expectAllowed(problem, result.open);
        }),
        { numRuns: 150 },
      );
    });

  describe('on the places of San Francisco', () => {
    const town = sanFrancisco();
    before(function () {
      if (!town) this.skip();
    });

    it('covers as many people as the reference', () => {
      for (const { radius, p, objective } of town!.expected.mclp)
        expect(
          solveSiting({ ...town!.shape, model: 'mclp', radius, p }).objective,
          `${radius} ${p}`,
        ).to.equal(objective);
    });

    it('needs as many sites as the reference, and says who is out of reach where that finds no plan', () => {
      for (const { radius, objective } of town!.expected.lscp) {
        const result = solveSiting({ ...town!.shape, model: 'lscp', radius });
        if (objective === undefined) expect([...result.assigned]).to.include(-1);
        else expect(result.objective, `${radius}`).to.equal(objective);
      }
    });

    it('finds the least way of the reference', () => {
      for (const { p, objective } of town!.expected.pmedian)
        expect(solveSiting({ ...town!.shape, model: 'p-median', p }).objective).to.be.closeTo(objective, 1);
    });

    it('finds the shortest longest way of the reference', () => {
      for (const { p, objective } of town!.expected.pcenter)
        expect(solveSiting({ ...town!.shape, model: 'p-centre', p }).objective).to.be.closeTo(
          objective,
          1e-3,
        );
    });
  });
});

function expectAllowed(problem: SitingProblem, open: readonly number[]): void {
  const { p, budget, siteCost, fixed = [] } = problem;
  expect(open).to.deep.equal([...open].sort((a, b) => a - b));
  expect(open).to.include.members([...fixed]);
  if (p !== undefined) expect(open.length).to.be.at.most(p);
  if (budget !== undefined)
    expect(open.reduce((sum, site) => sum + siteCost![site]!, 0)).to.be.at.most(budget);
}

/** Few sites, few places, costs that tie and cannot be reached, with fixed sites and a budget or without. */
function smallProblem(model: SitingProblem['model']): fc.Arbitrary<SitingProblem> {
  const shape = { sites: fc.integer({ min: 1, max: 7 }), places: fc.integer({ min: 1, max: 12 }) };
  return fc.record(shape).chain(({ sites, places }) => {
    const way = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Number.POSITIVE_INFINITY));
    const list = (of: fc.Arbitrary<number>, length: number) =>
      fc.array(of, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));
    const limited = model !== 'lscp';
    return fc
      .record({
        cost: list(way, sites * places),
        weights: list(fc.integer({ min: 0, max: 9 }), places),
        fixed: fc.subarray(
          Array.from({ length: sites }, (_, site) => site),
          { maxLength: Math.min(2, sites) },
        ),
        more: fc.integer({ min: 0, max: sites }),
        siteCost: list(fc.integer({ min: 0, max: 5 }), sites),
        withBudget: fc.boolean(),
        extra: fc.integer({ min: 5, max: 15 }),
        radius: fc.integer({ min: 0, max: 12 }),
      })
      .map(({ cost, weights, fixed, more, siteCost, withBudget, extra, radius }) => {
        const standing = fixed.reduce((sum, site) => sum + siteCost[site]!, 0);
        const p = Math.min(sites, Math.max(1, fixed.length + more));
        return {
          model,
          cost,
          weights,
          sites,
          fixed,
          ...(withBudget ? { siteCost } : {}),
          ...(withBudget && limited ? { budget: standing + extra } : {}),
          ...(limited && (!withBudget || more % 2) ? { p } : {}),
          ...(model === 'mclp' || model === 'lscp' ? { radius } : {}),
        };
      });
  });
}
