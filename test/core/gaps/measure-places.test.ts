import { expect } from 'chai';
import fc from 'fast-check';
import { joinPairs } from '../../../core/access/join-pairs.ts';
import { pairsFromMatrix } from '../../../core/access/pairs.ts';
import { measureFor } from '../../../core/gaps/measure-for.ts';
import { type MeasuredPlace, measurePlaces } from '../../../core/gaps/measure-places.ts';

const LIMIT = 30;

function place(id: string, people: number, range?: [low: number, high: number]): MeasuredPlace {
  return { id, point: [0, 0], people, ...(range && { low: range[0], high: range[1] }) };
}

/** Rows of minutes to each site. */
function measure(
  method: Parameters<typeof measureFor>[0],
  places: readonly MeasuredPlace[],
  minutes: readonly number[][],
  capacity: readonly number[],
) {
  const matrix = Float64Array.from(minutes.flat());
  const pairs = pairsFromMatrix(matrix, places.length, capacity.length, LIMIT);
  const problem = {
    measure: measureFor(method, LIMIT),
    places,
    capacity: Float64Array.from(capacity),
    pairs,
  };
  return measurePlaces(problem).places;
}

describe('A measure at places', () => {
  it('tells nothing within reach from no data', () => {
    const far = [[10], [45]];
    const [near, out] = measure('2sfca', [place('a', 50), place('b', 20)], far, [5]);
    expect(near).to.deep.equal({ access: 0.1, outOfReach: false });
    expect(out).to.deep.equal({ access: 0, outOfReach: true });
    const minutes = measure('nearest', [place('a', 50), place('b', 20)], far, [5]);
    expect(minutes[1]).to.deep.equal({ access: null, outOfReach: true });
    // A service that nobody who is counted can reach has places for nobody: that is no figure.
    expect(measure('2sfca', [place('a', 0)], [[10]], [5])[0]).to.deep.equal({
      access: null,
      outOfReach: false,
    });
  });

  it('looks at a place where nobody is counted, and changes nothing by looking', () => {
    for (const method of ['2sfca', 'e2sfca', '3sfca', 'raam', 'nearest', 'cumulative'] as const) {
      const counted = [place('a', 50), place('b', 20)];
      const ways = [
        [10, 25],
        [28, 5],
      ];
      const alone = measure(method, counted, ways, [5, 3]);
      const looked = measure(method, [...counted, place('school', 0)], [...ways, [12, 12]], [5, 3]);
      for (const [n, { access }] of alone.entries())
        expect(looked[n]!.access, method).to.be.closeTo(access!, 1e-4);
      expect(looked[2]!.access, method).to.be.greaterThan(0);
    }
  });

  it('carries the margins of the people through: more people, less access', () => {
    const people = fc.integer({ min: 1, max: 200 });
    const ways = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 2 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(people, { minLength: 3, maxLength: 3 }), people, ways, (told, margin, minutes) => {
        const places = told.map((n, i) => place(`p${i}`, n, [Math.max(1, n - margin), n + margin]));
        for (const { access, low, high, outOfReach } of measure('e2sfca', places, minutes, [4, 9])) {
          if (outOfReach) continue;
          expect(low).to.be.at.most(access!);
          expect(high).to.be.at.least(access!);
        }
      }),
    );
  });

  it('is the same whether ways were asked at once or some places at a time', () => {
    const minutes = [10, 40, 20, 5, 35, 40, 1, 30];
    const whole = pairsFromMatrix(Float64Array.from(minutes), 4, 2, LIMIT);
    const parts = [minutes.slice(0, 2), minutes.slice(2, 6), minutes.slice(6), []];
    expect(
      joinPairs(parts.map((part) => pairsFromMatrix(Float64Array.from(part), part.length / 2, 2, LIMIT))),
    ).to.deep.equal(whole);
  });
});
