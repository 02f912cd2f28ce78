import { expect } from 'chai';
import { buildFacilities } from '../../../core/siting/build-facilities.ts';
import { costOf } from '../../../core/siting/opening.ts';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';
import { solveSiting } from '../../../core/siting/solve-siting.ts';
import { startAnew } from '../../../core/siting/start-anew.ts';
import { seededRandom } from '../../../scripts/demo/random.ts';

const [PLACES, SITES] = [400, 20];

/** Who covers whom is drawn by lot, which is hard: the bound stands far from the best plan. */
function drawn(limits: Pick<SitingProblem, 'p' | 'budget' | 'siteCost'>): SitingProblem {
  const random = seededRandom(1);
  const cost = Float64Array.from({ length: PLACES * SITES }, () => (random.chance(0.12) ? 1 : 9));
  const weights = Float64Array.from({ length: PLACES }, () => random.int(1, 9));
  return { model: 'mclp', radius: 5, cost, weights, sites: SITES, ...limits };
}

describe('A cover that branching alone takes long to prove', () => {
  it('begins anew, and what is proven is what trying every choice finds', () => {
    const problem = drawn({ p: 6 });
    const { objective, proven, nodes } = solveSiting(problem);
    expect({ objective, proven }).to.deep.equal({ objective: mostCovered(problem, 6), proven: true });
    expect(nodes, 'it was hard enough to begin anew').to.be.above(60);
  });
});

describe('startAnew', () => {
  const starts = (f: ReturnType<typeof buildFacilities>, seed: number) => [
    ...startAnew(f, new Float64Array(SITES).fill(0.5), { starts: 10, seed, isOver: () => false }),
  ];

  it('begins in different places, keeps to the limits, and the same every time', () => {
    const siteCost = Float64Array.from({ length: SITES }, (_, site) => 1 + (site % 3));
    const f = buildFacilities(drawn({ p: 6, budget: 9, siteCost }));
    const plans = starts(f, 1).map(({ open, drawn }) => ({ open, drawn }));
    expect(plans).to.have.length(10);
    for (const { open, drawn } of plans) {
      expect(open.length).to.be.within(1, 6);
      expect(drawn).to.be.at.most(9);
    }
    expect(new Set(plans.map(({ open }) => open.toSorted().join())).size).to.be.above(1);
    expect(starts(f, 1).map(({ open }) => open)).to.deep.equal(plans.map(({ open }) => open));
  });

  it('ends each where no exchange of one for another betters it', () => {
    const problem = drawn({ p: 6 });
    const f = buildFacilities(problem);
    for (const opening of starts(f, 2).slice(0, 3)) {
      const covered = coveredBy(
        problem,
        opening.open.map((column) => f.site[column]!),
      );
      const all = problem.weights.reduce((sum, people) => sum + people, 0);
      expect(costOf(f, opening)).to.be.at.most(all - covered);
      for (const out of opening.open)
        for (const into of f.site.keys()) {
          const other = opening.open.map((column) => (column === out ? into : column));
          expect(
            coveredBy(
              problem,
              other.map((column) => f.site[column]!),
            ),
          ).to.be.at.most(covered);
        }
    }
  });
});

function coveredBy({ cost, weights, sites }: SitingProblem, open: readonly number[]): number {
  return weights.reduce(
    (sum, people, place) => sum + (open.some((site) => cost[place * sites + site] === 1) ? people : 0),
    0,
  );
}

/** By trying every choice of `p` sites. */
function mostCovered({ cost, weights, sites }: SitingProblem, p: number): number {
  const times = new Uint8Array(weights.length);
  let [covered, most] = [0, 0];
  const turn = (site: number, by: 1 | -1) => {
    for (let place = 0; place < times.length; place++) {
      if (cost[place * sites + site] !== 1) continue;
      if (times[place] === (by === 1 ? 0 : 1)) covered += by * weights[place]!;
      times[place]! += by;
    }
  };
  const choose = (from: number, left: number) => {
    if (left === 0) most = Math.max(most, covered);
    else
      for (let site = from; site <= sites - left; site++) {
        turn(site, 1);
        choose(site + 1, left - 1);
        turn(site, -1);
      }
  };
  choose(0, p);
  return most;
}
