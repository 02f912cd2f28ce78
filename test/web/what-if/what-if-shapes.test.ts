import { expect } from 'chai';
import { whatIfShapes } from '../../../web/parts/what-if/what-if-shapes.ts';
import { whatIfTown } from '../../core/what-if/what-if-town.ts';

describe('The shapes of what if', () => {
  const town = whatIfTown({
    places: [
      { point: [-96, 40], people: 10 },
      { point: [-95, 40], people: 10 },
      { point: [-94, 40], people: 10 },
    ],
    sites: [],
  });
  const cell = '8726a1a86ffffff';
  const snapshot = {
    demand: {
      ...town.demand,
      ids: ['p0', cell, 'p2'],
      kinds: ['area' as const, 'cell' as const, 'school' as const],
    },
  };
  const ring = [
    [-96.1, 39.9],
    [-95.9, 39.9],
    [-96, 40.1],
    [-96.1, 39.9],
  ];

  it('are hexagons below, then outlines where they are known, then points', () => {
    const outline = {
      type: 'Feature',
      id: 'p0',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring] },
    } as const;
    const outlines = [{ ...outline, geometry: { ...outline.geometry, coordinates: [ring] } }];
    const { shapes, centers } = whatIfShapes(snapshot, outlines);
    expect(shapes.features.map(({ id, geometry }) => [id, geometry.type])).to.deep.equal([
      [cell, 'Polygon'],
      ['p0', 'Polygon'],
      ['p2', 'Point'],
    ]);
    expect(centers.get('p2')).to.deep.equal([-94, 40]);
  });

  it('are points where nobody knows an outline', () => {
    const types = whatIfShapes(snapshot).shapes.features.map(({ geometry }) => geometry.type);
    expect(types).to.deep.equal(['Polygon', 'Point', 'Point']);
  });
});
