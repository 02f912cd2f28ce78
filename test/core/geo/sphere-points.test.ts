import { expect } from 'chai';
import fc from 'fast-check';
import { EARTH_RADIUS_KM, greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import {
  chordBound,
  chordSquared,
  nearestPoint,
  spherePoints,
  unitVector,
} from '../../../core/geo/sphere-points.ts';

const position = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.constantFrom<[number, number]>([180, 10], [-180, 10], [0, 90], [77, 90], [0, -90], [0, 0], [1e-9, 0]),
) as fc.Arbitrary<Position>;
const positions = fc.array(position, { maxLength: 30 });

describe('nearestPoint', () => {
  it('finds the same as measuring every distance, the first of equal ones', () => {
    fc.assert(
      fc.property(positions, position, (all, origin) => {
        let expected: { index: number; km: number } | undefined;
        all.forEach((point, index) => {
          const km = greatCircleKm(origin, point);
          if (!expected || km < expected.km) expected = { index, km };
        });
        expect(nearestPoint(spherePoints(all), origin)).to.deep.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds it over the antimeridian and over a pole', () => {
    expect(
      nearestPoint(
        spherePoints([
          [179, 0],
          [-179.5, 0],
        ]),
        [179.9, 0],
      )?.index,
    ).to.equal(1);
    expect(
      nearestPoint(
        spherePoints([
          [0, 88],
          [180, 89.9],
        ]),
        [0, 89.5],
      )?.index,
    ).to.equal(1);
  });

  it('takes the first where all are at one place', () => {
    const same = Array.from({ length: 5 }, (): Position => [-91.5, 41.6]);
    expect(nearestPoint(spherePoints(same), [-91.5, 41.6])).to.deep.equal({ index: 0, km: 0 });
  });

  it('finds nothing among none', () => {
    expect(nearestPoint(spherePoints([]), [0, 0])).to.equal(undefined);
  });
});

describe('chordBound', () => {
  it('never leaves out what is within its distance', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const km = greatCircleKm(a, b);
        expect(chordSquared(spherePoints([b]), 0, unitVector(a))).to.be.at.most(chordBound(km));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves out what is a metre further', () => {
    const km = (degrees: number) => (degrees * Math.PI * EARTH_RADIUS_KM) / 180;
    const chord = chordSquared(spherePoints([[0.1, 0]]), 0, unitVector([0, 0]));
    expect(chord).to.be.above(chordBound(km(0.1) - 0.001));
  });

  it('reaches everything from half the Earth on', () => {
    expect(chordBound(20_016)).to.equal(Number.POSITIVE_INFINITY);
    expect(chordBound(Number.POSITIVE_INFINITY)).to.equal(Number.POSITIVE_INFINITY);
  });
});
