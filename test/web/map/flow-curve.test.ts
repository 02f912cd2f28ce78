import { expect } from 'chai';
import fc from 'fast-check';
import type { Position } from '../../../core/geo/point.ts';
import { flowCurve, flowWidth } from '../../../web/map/flow-curve.ts';

const position: fc.Arbitrary<Position> = fc.tuple(
  fc.double({ min: -120, max: -70, noNaN: true }),
  fc.double({ min: 25, max: 60, noNaN: true }),
);

describe('The curve of a flow', () => {
  it('begins and ends at its places', () => {
    fc.assert(
      fc.property(position, position, fc.nat(4), (from, to, turn) => {
        const curve = flowCurve(from, to, turn);
        for (const [end, place] of [
          [curve[0], from],
          [curve.at(-1), to],
        ] as const) {
          expect(end?.[0]).to.be.closeTo(place[0], 1e-6);
          expect(end?.[1]).to.be.closeTo(place[1], 1e-6);
        }
      }),
    );
  });

  it('leaves the line on opposite sides there and back, and further for each one more', () => {
    const middle = (from: Position, to: Position, turn = 0) => flowCurve(from, to, turn)[10]![1];
    const there = middle([-100, 40], [-99, 40]);
    const back = middle([-99, 40], [-100, 40]);
    expect(there).to.be.lessThan(40);
    expect(back).to.be.greaterThan(40);
    expect(middle([-100, 40], [-99, 40], 1)).to.be.lessThan(there);
  });

  it('is a ring where school and place are the same point', () => {
    const ring = flowCurve([-100, 40], [-100, 40], 0);
    expect(Math.max(...ring.map(([, lat]) => lat))).to.be.greaterThan(40.01);
  });

  it('is wider for more, and never too thin or too wide', () => {
    expect(flowWidth(1, 1)).to.equal(2);
    expect(flowWidth(50, 50)).to.equal(12);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (needs) => {
        expect(flowWidth(needs + 1, 1000)).to.be.greaterThan(flowWidth(needs, 1000));
      }),
    );
  });
});
