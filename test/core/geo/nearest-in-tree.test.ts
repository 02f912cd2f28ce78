import { expect } from 'chai';
import fc from 'fast-check';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import { kdTree } from '../../../core/geo/k-d-tree.ts';
import { nearestInTree } from '../../../core/geo/nearest-in-tree.ts';
import type { Position } from '../../../core/geo/point.ts';
import { spherePoints } from '../../../core/geo/sphere-points.ts';

const position = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.constantFrom<[number, number]>([180, 10], [-180, 10], [0, 90], [77, 90], [0, -90], [0, 0], [1e-9, 0]),
) as fc.Arbitrary<Position>;
const positions = fc.array(position, { maxLength: 40 });

function nearest(all: readonly Position[], origin: Position) {
  const points = spherePoints(all);
  return nearestInTree(kdTree(points), points, origin);
}

describe('The nearest point by the tree', () => {
  it('finds the same as measuring every distance, the first of equal ones', () => {
    fc.assert(
      fc.property(positions, position, (all, origin) => {
        let expected: { index: number; km: number } | undefined;
        all.forEach((point, index) => {
          const km = greatCircleKm(origin, point);
          if (!expected || km < expected.km) expected = { index, km };
        });
        expect(nearest(all, origin)).to.deep.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds it over the antimeridian and over a pole', () => {
    expect(
      nearest(
        [
          [179, 0],
          [-179.5, 0],
        ],
        [179.9, 0],
      )?.index,
    ).to.equal(1);
    expect(
      nearest(
        [
          [0, 88],
          [180, 89.9],
        ],
        [0, 89.5],
      )?.index,
    ).to.equal(1);
  });

  it('takes the first where all are at one place', () => {
    const same = Array.from({ length: 5 }, (): Position => [-91.5, 41.6]);
    expect(nearest(same, [-91.5, 41.6])).to.deep.equal({ index: 0, km: 0 });
  });

  it('finds nothing among none', () => {
    expect(nearest([], [0, 0])).to.equal(undefined);
  });
});
