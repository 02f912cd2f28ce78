import { expect } from 'chai';
import fc from 'fast-check';
import { cellToParent, getResolution, latLngToCell } from 'h3-js';
import { cellOfPoint, checkCell, type ReadHome } from '../../../core/imports/home-cell.ts';

const bounds: [number, number, number, number] = [-98, 35, -95, 37];
const cellIn = (home: ReadHome) => (home && 'cell' in home ? home.cell : undefined);
const lonLat = fc.tuple(
  fc.double({ min: -97.9, max: -95.1, noNaN: true }),
  fc.double({ min: 35.1, max: 36.9, noNaN: true }),
);

describe('The cell of a home', () => {
  it('is never finer than resolution 7, whatever the district has been set to', () => {
    fc.assert(
      fc.property(lonLat, fc.integer({ min: 5, max: 9 }), ([lon, lat], homeResolution) => {
        const resolution = Math.min(homeResolution, 7);
        const district = { bounds, homeResolution };
        const fromPoint = cellIn(cellOfPoint(lon.toFixed(6), lat.toFixed(6), district))!;
        expect(getResolution(fromPoint)).to.equal(resolution);
        const exact = latLngToCell(lat, lon, 12);
        expect(cellIn(checkCell(exact, district))).to.equal(cellToParent(exact, resolution));
      }),
    );
  });
});
