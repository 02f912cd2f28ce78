import { expect } from 'chai';
import fc from 'fast-check';
import { AccessMeasure } from '../../../core/access/access-measure.ts';
import { measureAccess } from '../../../core/access/measure-access.ts';
import { pairsFromMatrix } from '../../../core/access/pairs.ts';
import { problemOf } from './access-world.ts';

/** Two children's places and three sites; the second way to site 7 is by another mode, site 9 has no places. */
const problem = problemOf(
  [
    [1, 10],
    [2, 20],
  ],
  [
    [7, 4],
    [8, 6],
    [9, 0],
  ],
  [
    [1, 7, 12],
    [1, 7, 5],
    [1, 8, 20],
    [1, 9, 1],
    [2, 8, 31],
  ],
);

const access = (measure: AccessMeasure) => [...measureAccess(measure, problem).access];

describe('measureAccess', () => {
  it('tells the cost of the k-th nearest site with places, each at its cheapest way', () => {
    expect(access({ method: 'nearest', limit: 30 })).to.deep.equal([5, Number.POSITIVE_INFINITY]);
    expect(access({ method: 'nearest', limit: 31, k: 2 })).to.deep.equal([20, Number.POSITIVE_INFINITY]);
    expect(access({ method: 'nearest', limit: 31 })).to.deep.equal([5, 31]);
  });

  it('covers a place with k sites within the limit, the limit included', () => {
    expect(access({ method: 'coverage', limit: 20, k: 2 })).to.deep.equal([1, 0]);
    expect(access({ method: 'coverage', limit: 19, k: 2 })).to.deep.equal([0, 0]);
  });

  it('adds up the places within the limit, and knows nothing in reach from no places', () => {
    expect(access({ method: 'cumulative', limit: 20 })).to.deep.equal([14, Number.NaN]);
    expect(access({ method: 'cumulative', limit: 1 })).to.deep.equal([0, Number.NaN]);
  });

  it('wants the ways among demand places for the FCA ratio', () => {
    const { demand, supply, pairs } = problem;
    expect(() => measureAccess({ method: 'fca-ratio', limit: 20 }, { demand, supply, pairs })).to.throw(
      RangeError,
      /ways among demand places/,
    );
  });

  it('spreads RAAM until nobody would gain, wherever they began', () => {
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(count, fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 4 })), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(count, { minLength: 4, maxLength: 4 }),
        (places, supply) => {
          const world = {
            demand: Float64Array.from(places, ([people]) => people),
            supply: Float64Array.from(supply),
            pairs: pairsFromMatrix(
              Float64Array.from(places.flatMap(([, ways]) => ways)),
              places.length,
              4,
              80,
            ),
          };
          const { access: found, equilibriumGap } = measureAccess({ method: 'raam', limit: 80 }, world);
          expect(equilibriumGap).to.be.within(-1e-12, 1e-5);
          const reached = places.map(
            ([people, ways]) => people > 0 && ways.some((way, j) => way <= 80 && supply[j]! > 0),
          );
          expect(Array.from(found, Number.isFinite)).to.deep.equal(reached);
        },
      ),
    );
  });

  it('leaves by far less to spare than the published iteration where places are small', () => {
    const small = problemOf(
      [
        [1, 7],
        [2, 9],
        [3, 11],
      ],
      [
        [1, 2],
        [2, 3],
      ],
      [
        [1, 1, 0],
        [1, 2, 9],
        [2, 1, 4],
        [2, 2, 5],
        [3, 1, 0],
        [3, 2, 12],
      ],
    );
    const published = measureAccess({ method: 'raam', limit: 90, iteration: 'published' }, small);
    const own = measureAccess({ method: 'raam', limit: 90 }, small);
    expect(published.equilibriumGap).to.be.above(1e-3);
    expect(own.equilibriumGap).to.be.below(1e-5);
    expect(own.cycles).to.be.below(100);
  });
});

describe('pairsFromMatrix', () => {
  it('keeps what is within the limit, row by row, and neither the unreachable nor the unknown', () => {
    const [never, unknown] = [Number.POSITIVE_INFINITY, Number.NaN];
    const pairs = pairsFromMatrix(Float64Array.of(3, never, 10, unknown, 11, 0), 2, 3, 10);
    expect([...pairs.start]).to.deep.equal([0, 2, 3]);
    expect([...pairs.site]).to.deep.equal([0, 2, 2]);
    expect([...pairs.cost]).to.deep.equal([3, 10, 0]);
    expect(pairsFromMatrix(Float64Array.of(3, never), 1, 2, never).site).to.have.length(1);
    expect(() => pairsFromMatrix(Float64Array.of(3), 2, 3, 10)).to.throw(RangeError);
  });
});

describe('AccessMeasure', () => {
  it('refuses what cannot be measured', () => {
    const ask = (measure: unknown) => AccessMeasure.safeParse(measure).success;
    expect(
      ask({
        method: 'e2sfca',
        limit: 30,
        decay: {
          kind: 'step',
          steps: [
            [10, 1],
            [20, 0.5],
          ],
        },
      }),
    ).to.equal(true);
    expect(
      ask({
        method: 'e2sfca',
        limit: 30,
        decay: {
          kind: 'step',
          steps: [
            [20, 1],
            [20, 0.5],
          ],
        },
      }),
    ).to.equal(false);
    expect(ask({ method: 'e2sfca', limit: 0 })).to.equal(false);
    expect(ask({ method: 'nearest', limit: 30, k: 0 })).to.equal(false);
    expect(ask({ method: 'somewhere', limit: 30 })).to.equal(false);
    expect(
      ask({ method: '2sfca', limit: 30, decay: { kind: 'gravity', scale: 1, alpha: 1, least: 1 } }),
    ).to.equal(false);
  });
});
