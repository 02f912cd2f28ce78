import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import { cellCenter } from '../../../core/geo/cell-center.ts';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';

describe('cellCenter', () => {
  it('is near every place of the cell, longitude first', () => {
    const center = cellCenter(latLngToCell(41.6, -91.5, 8))!;
    expect(greatCircleKm(center, [-91.5, 41.6])).to.be.below(1);
  });

  it('is not known for what is no cell', () => {
    for (const text of [undefined, '', 'no-cell', '8728308ccffffffff'])
      expect(cellCenter(text)).to.equal(undefined);
  });
});
