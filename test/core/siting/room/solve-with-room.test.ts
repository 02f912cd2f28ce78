import { expect } from 'chai';
import fc from 'fast-check';
import type { SitingProblem, SitingResult } from '../../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../../core/siting/solve-siting.ts';
import { seededRandom } from '../../../../scripts/demo/random.ts';
import { tryEveryRoom, worthWithRoom } from './try-every-room.ts';

describe('solveSiting with room for so many at each site', () => {
  for (const model of ['mclp', 'p-median'] as const)
    it(`finds for ${model} what trying every set and every person finds`, () => {
      fc.assert(
        fc.property(smallProblem(model), (problem) => {
          const result = solveSiting(problem);
          expect(result.objective).to.equal(tryEveryRoom(problem));
          expect(result.objective).to.equal(worthWithRoom(problem, result.open));
          expect(result).to.include({ proven: true, bound: result.objective });
          expectServed(problem, result);
        }),
        { numRuns: 120 },
      );
    });

  for (const model of ['mclp', 'p-median'] as const)
    it(`is the question without capacities where there is room for everybody (${model})`, () => {
      const problem = district(model, 120, 25);
      const roomy = { ...problem, capacity: new Float64Array(25).fill(Number.POSITIVE_INFINITY) };
      const [own, other] = [solveSiting(problem), solveSiting(roomy)];
      expect(other.objective).to.be.closeTo(own.objective, 1e-6);
      expect(other).to.deep.include({ open: own.open, proven: true });
    });

  it('puts fewer people into small sites, and sites where more people are together', () => {
    const problem = district('mclp', 120, 25);
    const all = solveSiting(problem).objective;
    const tight = { ...problem, capacity: new Float64Array(25).fill(Math.floor(all / 12)) };
    const result = solveSiting(tight);
    expect(result).to.include({ objective: 6 * Math.floor(all / 12), proven: true });
    expectServed(tight, result);
  });

  it('stops when it is told to, with a plan and what could be better at most', () => {
    const problem = { ...district('p-median', 200, 40), capacity: new Float64Array(40).fill(1200) };
    const best = solveSiting(problem);
    expect(best.proven).to.equal(true);
    let looks = 0;
    const stopped = solveSiting(problem, { isStopped: () => ++looks > 40 });
    expect(stopped).to.include({ proven: false });
    expect(stopped.objective).to.be.at.least(best.objective);
    expect(stopped.bound).to.be.at.most(best.objective);
    expectServed(problem, stopped);
  });
});

/** Nobody is in two places, no site is over-full, and whoever is served has a way there. */
function expectServed(problem: SitingProblem, { open, served = [], assigned }: SitingResult): void {
  const [at, of] = [new Map<number, number>(), new Map<number, number>()];
  for (const { place, site, people } of served) {
    expect(open).to.include(site);
    expect(problem.cost[place * problem.sites + site]).to.be.at.most(problem.radius ?? Number.MAX_VALUE);
    at.set(site, (at.get(site) ?? 0) + people);
    of.set(place, (of.get(place) ?? 0) + people);
  }
  for (const [site, people] of at) expect(people).to.be.at.most(problem.capacity![site]! * (1 + 1e-9));
  for (const [place, people] of of) expect(people).to.be.at.most(problem.weights[place]! * (1 + 1e-9));
  expect([...assigned.keys()].filter((place) => assigned[place]! >= 0)).to.deep.equal(
    [...of.keys()].sort((a, b) => a - b),
  );
}

/** Places and sites at random on a square of 100 km. */
function district(model: 'mclp' | 'p-median', places: number, sites: number): SitingProblem {
  const random = seededRandom(7);
  const points = (count: number) =>
    Array.from({ length: count }, () => [random.next() * 100, random.next() * 100]);
  const candidates = points(sites);
  const cost = points(places).flatMap(([x = 0, y = 0]) =>
    candidates.map(([atX = 0, atY = 0]) => Math.hypot(x - atX, y - atY)),
  );
  const weights = Float64Array.from({ length: places }, () => random.int(1, 50));
  const radius = model === 'mclp' ? { radius: 15 } : {};
  return { model, cost: Float64Array.from(cost), weights, sites, p: 6, ...radius };
}

/** Few sites with little room, few people, ways that tie and cannot be gone, with fixed sites and a budget or without. */
function smallProblem(model: 'mclp' | 'p-median'): fc.Arbitrary<SitingProblem> {
  const shape = { sites: fc.integer({ min: 1, max: 5 }), places: fc.integer({ min: 1, max: 6 }) };
  return fc.record(shape).chain(({ sites, places }) => {
    const way = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY));
    const list = (of: fc.Arbitrary<number>, length: number) =>
      fc.array(of, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));
    return fc
      .record({
        cost: list(way, sites * places),
        weights: list(fc.integer({ min: 0, max: 4 }), places),
        capacity: list(
          fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.POSITIVE_INFINITY)),
          sites,
        ),
        isFixed: fc.boolean(),
        p: fc.integer({ min: 1, max: sites }),
        siteCost: list(fc.integer({ min: 0, max: 5 }), sites),
        budget: fc.option(fc.integer({ min: 5, max: 12 })),
      })
      .map(({ isFixed, siteCost, budget, ...rest }) => ({
        model,
        sites,
        ...rest,
        ...(isFixed && { fixed: [0] }),
        ...(budget !== null && { siteCost, budget }),
        ...(model === 'mclp' && { radius: 5 }),
      }));
  });
}
