import { expect } from 'chai';
import fc from 'fast-check';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import { Position } from '../../../core/geo/point.ts';
import { asPoint, stepPoint } from '../../../core/geo/step-point.ts';

describe('A step on the map', () => {
  it('is as long as it says, in each direction', () => {
    for (const [east, north] of [
      [1, 0],
      [-0.1, 0],
      [0, 1],
      [0, -0.1],
    ] as const) {
      const from: Position = [-96.5, 40.5];
      const km = Math.hypot(east, north);
      expect(greatCircleKm(from, stepPoint(from, east, north))).to.be.closeTo(km, 0.002);
    }
  });

  it('never leaves the earth, wherever it begins and however far it goes', () => {
    const far = fc.double({ min: -1e5, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(far, far, far, far, (lon, lat, east, north) => {
        const point = stepPoint(asPoint(lon, lat), east, north);
        expect(Position.safeParse(point).success).to.equal(true);
      }),
    );
  });
});
