import { expect } from 'chai';
import fc from 'fast-check';
import {
  cellsIn,
  clusterPlaces,
  type MapWindow,
  onSquareMap,
} from '../../../core/directory/cluster-places.ts';
import type { Position } from '../../../core/geo/point.ts';

interface Offer {
  id: number;
  locationId: string;
  point: { coordinates: Position };
}

const WORLD: MapWindow['box'] = [-180, -90, 180, 90];
const towns = fc.array(
  fc.record({ place: fc.nat(60), town: fc.constantFrom<Position>([-92.3, 38.9], [-77, 38.9], [18, -34]) }),
  { maxLength: 150 },
);

/** Places of a town lie within some hundred metres of each other; offers of one place at one point. */
function offersOf(rows: readonly { place: number; town: Position }[]): Offer[] {
  return rows.map(({ place, town: [lon, lat] }, id) => ({
    id,
    locationId: `${lon} ${place}`,
    point: { coordinates: [lon + (place % 8) / 900, lat + Math.floor(place / 8) / 900] },
  }));
}

/** As the index of offers asks for it. */
function cluster(offers: readonly Offer[], window: MapWindow) {
  const places = [...new Set(offers.map(({ locationId }) => locationId))];
  const at = offers.map(({ point }) => onSquareMap(point.coordinates));
  const columns = {
    across: Float64Array.from(at, ([across]) => across),
    down: Float64Array.from(at, ([, down]) => down),
    place: Int32Array.from(offers, ({ locationId }) => places.indexOf(locationId)),
  };
  const pointOf = (row: number) => offers[row]!.point.coordinates;
  const { clusters, apart } = clusterPlaces(columns, Uint32Array.from(offers.keys()), { window, pointOf });
  return { clusters, apart: apart.map((row) => offers[row]!) };
}

describe('Places on a map of many', () => {
  it('are each told once, in a cluster that says how many, or apart', () => {
    fc.assert(
      fc.property(towns, fc.integer({ min: 0, max: 18 }), (rows, zoom) => {
        const offers = offersOf(rows);
        const { clusters, apart } = cluster(offers, { box: WORLD, zoom });
        const together = clusters.reduce((sum, cluster) => sum + cluster.offers, 0);
        expect(together + apart.length).to.equal(offers.length);
        const places = clusters.reduce((sum, cluster) => sum + cluster.places, 0);
        const alone = new Set(apart.map(({ locationId }) => locationId)).size;
        expect(places + alone).to.equal(new Set(offers.map(({ locationId }) => locationId)).size);
        for (const { box, lon, lat, places: count } of clusters) {
          expect(count).to.be.above(4);
          const within = offers.filter(({ point }) => isIn(box, point.coordinates));
          expect(new Set(within.map(({ locationId }) => locationId)).size).to.be.at.least(count);
          expect(isIn([box[0] - 1e-9, box[1] - 1e-9, box[2] + 1e-9, box[3] + 1e-9], [lon, lat])).to.equal(
            true,
          );
        }
      }),
    );
  });

  it('stay in the same clusters wherever the window is moved', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const window = fc.tuple(between(-92.4, -92.2), between(38.8, 39));
    fc.assert(
      fc.property(towns, fc.integer({ min: 5, max: 16 }), window, (rows, zoom, [lon, lat]) => {
        const offers = offersOf(rows);
        const all = cluster(offers, { box: WORLD, zoom });
        const some = cluster(offers, { box: [lon, lat, lon + 0.05, lat + 0.05], zoom });
        for (const cluster of some.clusters) expect(all.clusters).to.deep.include(cluster);
        for (const offer of some.apart) expect(all.apart).to.include(offer);
        const seen = offers.filter(({ point }) =>
          isIn([lon, lat, lon + 0.05, lat + 0.05], point.coordinates),
        );
        const told = some.clusters.reduce((sum, cluster) => sum + cluster.offers, some.apart.length);
        expect(told).to.be.at.least(seen.length);
      }),
    );
  });

  it('all stand apart where one looks closely', () => {
    const close = offersOf(Array.from({ length: 40 }, (_, place) => ({ place, town: [-92.3, 38.9] })));
    const { clusters, apart } = cluster(close, { box: WORLD, zoom: 17 });
    expect(clusters).to.deep.equal([]);
    expect(apart).to.have.length(40);
  });

  it('are in at most as many clusters as the window has cells', () => {
    expect(cellsIn({ box: WORLD, zoom: 0 })).to.equal(16);
    expect(cellsIn({ box: [-92.3, 38.9, -92.3, 38.9], zoom: 18 })).to.equal(1);
    // A screen of 1280 × 720 at zoom 12: 20 × 11.25 cells, one more each way where it begins within one.
    const degrees = 360 / (2 ** 12 * 4);
    expect(
      cellsIn({ box: [0.001, 0.001, 0.001 + 20 * degrees, 0.001 + 11.25 * degrees], zoom: 12 }),
    ).to.equal(21 * 12);
  });
});

function isIn([west, south, east, north]: MapWindow['box'], [lon, lat]: Position): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
