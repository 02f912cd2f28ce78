import { expect } from 'chai';
import fc from 'fast-check';
import { EARTH_RADIUS_KM, greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import { chordBound, chordSquared, spherePoints, unitVector } from '../../../core/geo/sphere-points.ts';

const position = fc.oneof(
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
  fc.constantFrom<[number, number]>([180, 10], [-180, 10], [0, 90], [77, 90], [0, -90], [0, 0], [1e-9, 0]),
) as fc.Arbitrary<Position>;

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
