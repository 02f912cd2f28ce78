import { booleanPointInPolygon } from '@turf/turf';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Area, Position } from '../../../core/geo/point.ts';
import { isInArea } from '../../../core/geo/point-in-area.ts';

const coordinate = fc.integer({ min: -5, max: 5 });
const corner = fc.tuple(coordinate, coordinate);
/** Closed, of small whole numbers, so that corners and borders are often hit; it may cross itself. */
const ring = fc
  .array(corner, { minLength: 3, maxLength: 8 })
  .map((corners): Position[] => [...corners, corners[0]!] as Position[]);
/** Parts of 64 are exact in binary: whether a point lies on a border is no matter of rounding. */
const fine = fc.integer({ min: -384, max: 384 }).map((n) => n / 64);
const somewhere = fc.oneof(corner, fc.tuple(fine, fine));

function ringOf(from: number, to: number): Position[] {
  return [
    [from, from],
    [to, from],
    [to, to],
    [from, to],
    [from, from],
  ];
}

describe('isInArea', () => {
  it('agrees with turf inside, outside and on the border of one ring', () => {
    fc.assert(
      fc.property(somewhere, ring, (position, outer) => {
        const area: Area = { type: 'Polygon', coordinates: [outer] };
        expect(isInArea(position as Position, area)).to.equal(booleanPointInPolygon(position, area));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with turf on polygons with a hole, alone and as part of several', () => {
    fc.assert(
      fc.property(somewhere, fc.integer({ min: 1, max: 3 }), (position, half) => {
        const coordinates = [ringOf(-5, 5), ringOf(-half, half).toReversed()];
        const one: Area = { type: 'Polygon', coordinates };
        const two: Area = { type: 'MultiPolygon', coordinates: [[ringOf(8, 9)], coordinates] };
        const expected = booleanPointInPolygon(position, one);
        expect(isInArea(position as Position, one)).to.equal(expected);
        expect(isInArea(position as Position, two)).to.equal(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves a hole out, but not its border', () => {
    const area: Area = { type: 'Polygon', coordinates: [ringOf(0, 10), ringOf(4, 6)] };
    expect(isInArea([2, 5], area)).to.equal(true);
    expect(isInArea([5, 5], area)).to.equal(false);
    expect(isInArea([4, 5], area)).to.equal(true);
    expect(isInArea([10, 10], area)).to.equal(true);
    expect(isInArea([10.001, 10], area)).to.equal(false);
  });

  it('counts a corner on the ray once', () => {
    const diamond: Area = {
      type: 'Polygon',
      coordinates: [
        [
          [0, -1],
          [1, 0],
          [0, 1],
          [-1, 0],
          [0, -1],
        ],
      ],
    };
    expect(isInArea([-2, 0], diamond)).to.equal(false);
    expect(isInArea([-0.5, 0], diamond)).to.equal(true);
    expect(isInArea([-2, 1], diamond)).to.equal(false);
  });
});
