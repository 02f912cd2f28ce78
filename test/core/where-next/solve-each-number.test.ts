import { expect } from 'chai';
import type { SitingProblem } from '../../../core/siting/siting-problem.ts';
import { solveEachNumber } from '../../../core/where-next/solve-each-number.ts';
import { seededRandom } from '../../../scripts/demo/random.ts';
import { tryEverySet } from '../siting/try-every-set.ts';

const SITES = 9;

function problem(model: SitingProblem['model'], more: Partial<SitingProblem>): SitingProblem {
  const random = seededRandom(4);
  return {
    model,
    cost: Float64Array.from({ length: 30 * SITES }, () => random.int(1, 20)),
    weights: Float64Array.from({ length: 30 }, () => random.int(1, 9)),
    sites: SITES,
    ...(model === 'mclp' || model === 'lscp' ? { radius: 3 } : {}),
    ...more,
  };
}

describe('solveEachNumber', () => {
  it('finds the best for each smaller number of new sites, too, each anew', () => {
    for (const model of ['mclp', 'p-median', 'p-centre'] as const) {
      const asked = problem(model, { p: 5, fixed: [8] });
      const { result, fewer } = solveEachNumber(asked, { standing: 1, fewerSeconds: 9 });
      expect(result.objective).to.equal(tryEverySet(asked));
      expect(fewer.map(({ objective }) => objective)).to.deep.equal(
        [2, 3, 4].map((p) => tryEverySet({ ...asked, p })),
      );
    }
  });

  it('begins with those that must be in', () => {
    const asked = problem('p-median', { p: 5, fixed: [0, 1, 8] });
    const { fewer } = solveEachNumber(asked, { standing: 1, fewerSeconds: 9 });
    expect(fewer.map(({ open }) => open.length)).to.deep.equal([3, 4]);
    for (const { open } of fewer) expect(open).to.include.members([0, 1, 8]);
  });

  it('asks for most people with fewer sites than all need', () => {
    const asked = problem('lscp', {});
    const { result, fewer } = solveEachNumber(asked, { standing: 0, fewerSeconds: 9 });
    expect(fewer).to.have.length(result.open.length - 1);
    expect(fewer[0]!.objective).to.equal(tryEverySet({ ...asked, model: 'mclp', p: 1 }));
  });

  it('tells of no smaller number where there is no time for all of them', () => {
    let clock = 0;
    const now = () => (clock += 1000);
    const { result, fewer } = solveEachNumber(problem('mclp', { p: 5 }), {
      standing: 0,
      now,
      fewerSeconds: 2,
    });
    expect(result.open).to.have.length.above(2);
    expect(fewer).to.deep.equal([]);
  });
});
