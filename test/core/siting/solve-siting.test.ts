import { expect } from 'chai';
import fc from 'fast-check';
import { SITING_MODELS, type SitingProblem } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';
import { seededRandom } from '../../../scripts/demo/random.ts';
import { orLibrary, sanFrancisco } from './reference-siting.ts';
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

  it('opens for p-centre what reaches most people where not everybody can be reached', () => {
    const problem: SitingProblem = {
      model: 'p-centre',
      cost: Float64Array.of(1, Infinity, Infinity, 9, Infinity, 5, Infinity, Infinity),
      weights: Float64Array.of(10, 6, 7, 1),
      sites: 2,
      p: 1,
    };
    const result = solveSiting(problem);
    expect(result).to.deep.include({ open: [1], objective: Infinity, bound: Infinity, proven: true });
    expect([...result.assigned]).to.deep.equal([-1, 1, 1, -1]);
  });

  it('gives the same for sites and places in another order, where one plan is the best', () => {
    const { problem, back } = turnedAround(district('p-median', 60, 25));
    const [own, turned] = [solveSiting(district('p-median', 60, 25)), solveSiting(problem)];
    expect(turned.objective).to.be.closeTo(own.objective, 1e-6);
    expect(turned.open.map(back).sort((a, b) => a - b)).to.deep.equal(own.open);
  });

  it('stops when it is told to, with a plan and what could be better at most', () => {
    const problem = district('p-median', 300, 60);
    const best = solveSiting(problem).objective;
    let looks = 0;
    const stopped = solveSiting(problem, { isStopped: () => ++looks > 6 });
    expect(stopped).to.include({ proven: false });
    expect(stopped.objective).to.be.at.least(best);
    expect(stopped.bound).to.be.at.most(best);
    expect(stopped.open).to.have.length.within(1, problem.p!);
  });

  it('stops when its time is over, by the clock that it is given', () => {
    let clock = 0;
    const now = () => (clock += 100);
    const options = { seconds: 0.5, now };
    expect(solveSiting(district('p-median', 300, 60), options)).to.include({ proven: false });
    expect(clock).to.be.below(2000);
  });

  it('tells how it goes on, and its bound never passes the best', () => {
    const told: { objective: number; bound: number }[] = [];
    const problem = district('mclp', 400, 80);
    const { objective } = solveSiting(problem, { onProgress: (progress) => told.push(progress) });
    expect(told.length).to.be.above(0);
    for (const step of told) {
      expect(step.bound).to.be.at.least(objective);
      expect(step.objective).to.be.at.most(objective);
    }
  });

  for (const name of [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `pmed${number}`))
    it(`finds and proves the optimum of ${name} of OR-Library`, function () {
      const known = orLibrary(name);
      if (!known) return this.skip();
      const { objective, proven } = solveSiting(known.problem);
      expect({ objective, proven }).to.deep.equal({ objective: known.optimum, proven: true });
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

/** Places and sites at random on a square of 100 km. */
function district(model: 'mclp' | 'p-median', places: number, sites: number): SitingProblem {
  const random = seededRandom(5);
  const points = (count: number) =>
    Array.from({ length: count }, () => [random.next() * 100, random.next() * 100]);
  const candidates = points(sites);
  const cost = points(places).flatMap(([x = 0, y = 0]) =>
    candidates.map(([atX = 0, atY = 0]) => Math.hypot(x - atX, y - atY)),
  );
  const weights = Float64Array.from({ length: places }, () => random.int(1, 100));
  const radius = model === 'mclp' ? { radius: 15 } : {};
  return { model, cost: Float64Array.from(cost), weights, sites, p: 6, ...radius };
}

/** The same from the last to the first, and which site was which. */
function turnedAround(problem: SitingProblem) {
  const { sites } = problem;
  const back = (site: number) => sites - 1 - site;
  return {
    problem: { ...problem, cost: problem.cost.toReversed(), weights: problem.weights.toReversed() },
    back,
  };
}

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
