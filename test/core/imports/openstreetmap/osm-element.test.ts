import { expect } from 'chai';
import fc from 'fast-check';
import { readOsmElement } from '../../../../core/imports/openstreetmap/osm-element.ts';

const square = [
  [-77.02, 38.9],
  [-77.0, 38.9],
  [-77.0, 38.92],
  [-77.02, 38.9],
];

describe('readOsmElement', () => {
  it('reads nodes, ways and relations of Overpass, with the middle of what is drawn', () => {
    const tags = { name: ' Library ' };
    const drawn = square.map(([lon, lat]) => ({ lon, lat }));
    const read = (value: object) => {
      const { id, point, tags: read } = readOsmElement({ tags, ...value })!;
      return [id, point, read.get('name')];
    };
    expect(read({ type: 'node', id: 1, lat: 38.9, lon: -77 })).to.deep.equal([
      'node/1',
      [-77, 38.9],
      'Library',
    ]);
    expect(read({ type: 'way', id: 2, center: { lat: 38.9, lon: -77 } })[1]).to.deep.equal([-77, 38.9]);
    expect(read({ type: 'way', id: 2, geometry: drawn })[1]).to.deep.equal([-77.01, 38.91]);
    const members = [
      { type: 'node', lat: 38.9, lon: -77.02 },
      { type: 'way', geometry: drawn },
    ];
    expect(read({ type: 'relation', id: 3, members })[1]).to.deep.equal([-77.01, 38.91]);
    expect(read({ type: 'way', id: 2, nodes: [5, 6] })[1]).to.equal(undefined);
  });

  it('reads the same as GeoJSON, as overpass turbo, osmtogeojson and osmium write it', () => {
    const geometry = { type: 'Polygon', coordinates: [square] };
    const read = (value: object) => {
      const { id, point, tags } = readOsmElement({ type: 'Feature', geometry, ...value })!;
      return { id, point, tags: Object.fromEntries(tags) };
    };
    const same = { id: 'way/2', point: [-77.01, 38.91], tags: { name: 'Library' } };
    expect(read({ id: 'way/2', properties: { '@id': 'way/2', name: 'Library' } })).to.deep.equal(same);
    expect(read({ properties: { '@id': 'way/2', name: 'Library' } })).to.deep.equal(same);
    expect(
      read({ properties: { type: 'way', id: 2, tags: { name: 'Library' }, meta: {}, relations: [] } }),
    ).to.deep.equal(same);
    expect(read({ id: 'w2', properties: { name: 'Library' } })).to.deep.equal(same);
    expect(read({ properties: { '@type': 'way', '@id': 2, name: 'Library' } })).to.deep.equal(same);
  });

  it('knows nothing of what is no element', () => {
    const others = [
      null,
      1,
      'node/1',
      [],
      {},
      { type: 'area', id: 1 },
      { type: 'node', id: 'x' },
      { type: 'Feature' },
    ];
    for (const value of [...others, { type: 'constructor', id: 1 }])
      expect(readOsmElement(value), JSON.stringify(value)).to.equal(undefined);
  });

  it('never breaks, whatever it is given', () => {
    const shape = fc.record(
      {
        type: fc.constantFrom('node', 'way', 'Feature', '__proto__'),
        id: fc.oneof(fc.integer(), fc.string()),
        properties: fc.jsonValue(),
        geometry: fc.jsonValue(),
        tags: fc.jsonValue(),
        center: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(shape, fc.jsonValue()), (value) => {
        const read = readOsmElement(value);
        if (read) expect(read.id).to.match(/^(?:node|way|relation)\/\d+$/);
      }),
      { numRuns: 200 },
    );
  });
});
