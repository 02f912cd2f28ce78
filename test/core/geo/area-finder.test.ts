import { expect } from 'chai';
import fc from 'fast-check';
import { areaFinder } from '../../../core/geo/area-finder.ts';
import type { Area, Position } from '../../../core/geo/point.ts';
import { isInArea } from '../../../core/geo/point-in-area.ts';

const step = fc.integer({ min: -6, max: 6 });
const point = fc.tuple(step, step) as fc.Arbitrary<Position>;
const ring = fc.array(point, { minLength: 3, maxLength: 6 }).map((open) => [...open, open[0]!]);
const area: fc.Arbitrary<Area> = fc.oneof(
  fc.record({
    type: fc.constant('Polygon' as const),
    coordinates: fc.array(ring, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('MultiPolygon' as const),
    coordinates: fc.array(fc.array(ring, { minLength: 1, maxLength: 1 }), { minLength: 1, maxLength: 3 }),
  }),
);

describe('Which points lie in an area', () => {
  it('is the same as asking each of them', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), area, (points, asked) => {
        const each = points.flatMap((at, n) => (isInArea(at, asked) ? [n] : []));
        expect(areaFinder(points)(asked).sort((a, b) => a - b)).to.deep.equal(each);
      }),
      { numRuns: 300 },
    );
  });
});
