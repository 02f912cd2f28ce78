import fc from 'fast-check';
import type { Position } from '../../../core/geo/point.ts';

/** Where the nasty places are: one twice on either side of the antimeridian, the poles, zero, a hair beside it. */
const nasty = fc.constantFrom<Position>(
  [180, 10],
  [-180, 10],
  [179.999, 10],
  [-179.999, 10],
  [0, 90],
  [77, 90],
  [0, -90],
  [0, 89.999],
  [0, 0],
  [1e-9, 0],
);
/** A town with blocks: distances that are equal but for rounding. */
const inTown = fc
  .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -12, max: 12 }))
  .map(([x, y]): Position => [-91.5 + x * 0.01, 41.6 + y * 0.01]);
const onEarth = fc
  .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
  .map(([lon, lat]): Position => [lon, lat]);

export const anyPosition: fc.Arbitrary<Position> = fc.oneof({ weight: 4, arbitrary: inTown }, nasty, onEarth);

/** None, one, all in one place, or up to some hundreds. */
export const manyPositions: fc.Arbitrary<Position[]> = fc.oneof(
  fc.array(anyPosition, { maxLength: 3 }),
  fc.array(anyPosition, { maxLength: 300, size: 'max' }),
  fc
    .tuple(anyPosition, fc.integer({ min: 1, max: 100 }))
    .map(([position, count]) => Array.from({ length: count }, () => position)),
);
