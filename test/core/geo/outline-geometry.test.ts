import { booleanPointInPolygon, centerOfMass, kinks, polygon } from '@turf/turf';
import { expect } from 'chai';
import fc from 'fast-check';
import { findCrossing } from '../../../core/geo/find-crossing.ts';
import type { Position } from '../../../core/geo/point.ts';
import { pointInside } from '../../../core/geo/point-inside.ts';
import { ringArea } from '../../../core/geo/ring-area.ts';

const SQUARE = ring([0, 0], [4, 0], [4, 4], [0, 4]);

function ring(...corners: Position[]): Position[] {
  return [...corners, corners[0]!].map(([x, y]) => [x - 99.5, y + 41.25]);
}

/** A star around a centre: its rays have any length, so it can be as jagged as it likes without crossing itself. */
const star = fc
  .tuple(
    fc.integer({ min: -170, max: 160 }),
    fc.integer({ min: -70, max: 70 }),
    fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 40 }),
  )
  .map(([x, y, rays]) => {
    const corners = rays.map((ray, n): Position => {
      const angle = (2 * Math.PI * n) / rays.length;
      return [x + (ray / 100) * Math.cos(angle), y + (ray / 100) * Math.sin(angle)];
    });
    return [...corners, corners[0]!];
  });

describe('The geometry of outlines', () => {
  it('finds edges that cross, as turf does', () => {
    // Without bias towards small numbers, so that no three corners lie on one line.
    const degree = fc.noBias(fc.integer({ min: 0, max: 10_000_000 })).map((n) => n / 1e6);
    const corner = fc.tuple(degree, degree);
    fc.assert(
      fc.property(fc.uniqueArray(corner, { minLength: 3, maxLength: 9, selector: String }), (corners) => {
        const [first, ...rest] = corners as Position[];
        const closed = [first!, ...rest, first!];
        const expected = kinks(polygon([closed])).features.length > 0;
        expect(findCrossing([closed]) !== undefined).to.equal(expected);
      }),
    );
  });

  it('does not take touching for crossing', () => {
    const pinched = ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4]);
    const hole = ring([1, 1], [1, 3], [4, 2]);
    expect(findCrossing([pinched])).to.equal(undefined);
    expect(findCrossing([SQUARE, hole])).to.equal(undefined);
    expect(findCrossing([SQUARE, ring([1, 1], [1, 3], [5, 2])])).to.be.an('array');
    expect(findCrossing([ring([0, 0], [4, 4], [4, 0], [0, 4])]), 'a bow tie').to.be.an('array');
  });

  it('gives up an outline that is tangled on purpose, soon', () => {
    const combs = Array.from({ length: 8000 }, (_, n): Position => [n % 2, n / 8000]);
    expect(findCrossing([[...combs, combs[0]!]])).to.equal('too tangled');
  });

  it('finds a point inside any star, and the centre of mass where that lies inside', () => {
    fc.assert(
      fc.property(star, (outer) => {
        const area = { type: 'Polygon' as const, coordinates: [outer] };
        const point = pointInside(area);
        expect(booleanPointInPolygon(point, area)).to.equal(true);
        const middle = centerOfMass(area).geometry.coordinates;
        if (!booleanPointInPolygon(middle, area, { ignoreBoundary: true })) return;
        expect(point[0]).to.be.closeTo(middle[0]!, 1e-6);
        expect(point[1]).to.be.closeTo(middle[1]!, 1e-6);
      }),
    );
  });

  it('finds a point in a ring, in a crescent and in the largest of several parts', () => {
    const lake = ring([0.5, 0.5], [0.5, 3.5], [3.5, 3.5], [3.5, 0.5]);
    const crescent = ring([0, 0], [4, 0], [4, 1], [1, 1], [1, 3], [4, 3], [4, 4], [0, 4]);
    for (const rings of [[SQUARE, lake], [crescent]]) {
      const area = { type: 'Polygon' as const, coordinates: rings };
      expect(booleanPointInPolygon(pointInside(area), area, { ignoreBoundary: true })).to.equal(true);
    }
    const islet = ring([10, 10], [11, 10], [11, 11]);
    const parts = { type: 'MultiPolygon' as const, coordinates: [[islet], [SQUARE], [islet.toReversed()]] };
    expect(pointInside(parts)).to.deep.equal([-97.5, 43.25]);
  });

  it('tells which way a ring runs', () => {
    expect(ringArea(SQUARE)).to.equal(32);
    expect(ringArea(SQUARE.toReversed())).to.equal(-32);
    expect(ringArea(ring([0, 0], [1, 1], [2, 2]))).to.equal(0);
  });
});
