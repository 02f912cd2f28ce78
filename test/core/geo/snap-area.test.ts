import { expect } from 'chai';
import fc from 'fast-check';
import type { Area, Position } from '../../../core/geo/point.ts';
import { ringArea } from '../../../core/geo/ring-area.ts';
import { snapArea } from '../../../core/geo/snap-area.ts';

const STEP = 1 / 2000;
const WIDE = 4;

/** A sheet of four by four areas with wild borders: between two crossings of the sheet lie corners that both share. */
const sheet = fc
  .array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 400, maxLength: 400 })
  .map((shifts) => {
    let next = 0;
    const known = new Map<string, Position>();
    /** In tenths of an area from the south-west; on the rim nothing is shifted. */
    const corner = (x: number, y: number): Position => {
      const key = `${x} ${y}`;
      const shift = () => (shifts[next++ % shifts.length] ?? 0) * 0.001;
      const isRim = x === 0 || y === 0 || x === 10 * WIDE || y === 10 * WIDE;
      const at = known.get(key) ?? [
        -96 + x * 0.001 + (isRim ? 0 : shift()),
        40 + y * 0.001 + (isRim ? 0 : shift()),
      ];
      known.set(key, at as Position);
      return at as Position;
    };
    const along = Array.from({ length: 10 }, (_, n) => n);
    const areaAt = (column: number, row: number): Area => {
      const [x, y] = [column * 10, row * 10];
      const ring = [
        ...along.map((n) => corner(x + n, y)),
        ...along.map((n) => corner(x + 10, y + n)),
        ...along.map((n) => corner(x + 10 - n, y + 10)),
        ...along.map((n) => corner(x, y + 10 - n)),
      ];
      return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] };
    };
    return Array.from({ length: WIDE * WIDE }, (_, n) => areaAt(n % WIDE, Math.floor(n / WIDE)));
  });

function sizeOf(area: Area | undefined): number {
  if (area?.type !== 'Polygon') return 0;
  return area.coordinates.reduce((sum, ring) => sum + ringArea(ring), 0);
}

describe('A simpler outline', () => {
  it('opens nothing between neighbours and lays nothing over them: all areas together stay as large', () => {
    fc.assert(
      fc.property(sheet, (areas) => {
        const snapped = areas.map((area) => snapArea(area, STEP));
        const sum = snapped.reduce((all, area) => all + sizeOf(area), 0);
        expect(sum).to.be.closeTo(2 * (0.001 * 10 * WIDE) ** 2, 1e-12);
      }),
    );
  });

  it('has closed rings of fewer corners, none further than half a step each way from one of before', () => {
    fc.assert(
      fc.property(sheet, (areas) => {
        for (const area of areas) {
          const snapped = snapArea(area, STEP);
          const [before, after] = [area.coordinates[0] as Position[], snapped!.coordinates[0] as Position[]];
          expect(after[0]).to.deep.equal(after.at(-1));
          expect(after.length).to.be.within(4, before.length);
          for (const [x, y] of after)
            expect(
              before.some(([a, b]) => Math.max(Math.abs(a - x), Math.abs(b - y)) <= STEP / 2 + 1e-9),
            ).to.equal(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('keeps a triangle as it is on the grid, drops holes and parts that vanish, and says where nothing is left', () => {
    const square = (x: number, y: number, size: number): Position[] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ];
    const holed: Area = {
      type: 'Polygon',
      coordinates: [square(0, 0, 1), square(0.5, 0.5, 1e-5).toReversed()],
    };
    expect(snapArea(holed, STEP)).to.deep.equal({ type: 'Polygon', coordinates: [square(0, 0, 1)] });
    const parts: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 1e-5)], [square(1, 1, 1)]] };
    expect(snapArea(parts, STEP)).to.deep.equal({ type: 'MultiPolygon', coordinates: [[square(1, 1, 1)]] });
    expect(snapArea({ type: 'Polygon', coordinates: [square(0, 0, 1e-5)] }, STEP)).to.equal(undefined);
    const line: Position[] = [
      [0, 0],
      [1, 0],
      [2, 0],
      [1, 0],
      [0, 0],
    ];
    expect(snapArea({ type: 'Polygon', coordinates: [line] }, STEP)).to.equal(undefined);
  });
});
