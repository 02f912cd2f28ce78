import { expect } from 'chai';
import type { School } from '../../../core/schools/school.ts';
import { placeOfArea } from '../../../web/parts/work/area-name.ts';

function school(id: string, lon: number, lat: number): School {
  return { id, point: { type: 'Point', coordinates: [lon, lat] } } as unknown as School;
}

describe('Where a hexagon lies', () => {
  const schools = [school('near', -99.6, 41.4), school('far', -99.0, 41.0)];

  it('is said from the nearest school', () => {
    expect(placeOfArea([-99.6, 41.5], schools)?.school.id).to.equal('near');
    expect(placeOfArea([-99.05, 41.0], schools)?.school.id).to.equal('far');
  });

  it('is said in eight directions, clockwise from north', () => {
    const around: [number, number][] = [
      [0, 0.1],
      [0.13, 0.1],
      [0.1, 0],
      [0.13, -0.1],
      [0, -0.1],
      [-0.13, -0.1],
      [-0.1, 0],
      [-0.13, 0.1],
    ];
    const directions = around.map(([lon, lat]) => placeOfArea([-99.6 + lon, 41.4 + lat], schools)?.direction);
    expect(directions).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is not said where no school has a point', () => {
    expect(placeOfArea([-99.6, 41.4], [{ id: 'x' } as unknown as School])).to.equal(undefined);
  });
});
