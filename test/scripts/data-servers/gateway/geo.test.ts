import { expect } from 'chai';
import { withDocumentDb } from '../support/documentdb.ts';

/** A grid of points, a hundredth of a degree apart; one degree of latitude is about 111.2 km. */
const points = Array.from({ length: 400 }, (_, i) => ({
  _id: i,
  kind: i % 2 ? 'odd' : 'even',
  point: { type: 'Point', coordinates: [-77 + (i % 20) / 100, 38.9 + Math.floor(i / 20) / 100] },
}));
const here = { type: 'Point', coordinates: [-77, 38.9] } as const;
const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon',
  coordinates: [
    [west, south, east, south, east, north, west, north, west, south].flatMap((_, i, all) =>
      i % 2 ? [] : [[all[i], all[i + 1]]],
    ),
  ],
});

describe('The gateway, for places', () => {
  const at = withDocumentDb();
  const places = () => at.db.collection<{ _id: number }>('places');

  before(async () => {
    await places().createIndex({ point: '2dsphere' });
    await places().insertMany(points);
  });

  it('finds the nearest first with $near, within bounds', async () => {
    const near = await places()
      .find({ point: { $near: { $geometry: here, $maxDistance: 1200 } } })
      .toArray();
    expect(near.map(({ _id }) => _id)).to.deep.equal([0, 1, 20]);
  });

  it('measures with $geoNear, beside a query and a limit', async () => {
    const near = await places()
      .aggregate<{ _id: number; metres: number }>([
        {
          $geoNear: {
            near: here,
            distanceField: 'metres',
            query: { kind: 'odd' },
            maxDistance: 5000,
            spherical: true,
          },
        },
        { $limit: 2 },
      ])
      .toArray();
    expect(near.map(({ _id }) => _id)).to.deep.equal([1, 21]);
    expect(near[0]!.metres).to.be.closeTo(866, 3);
  });

  it('tells what lies within a polygon and within a circle', async () => {
    const within = (shape: object) => places().countDocuments({ point: { $geoWithin: shape } });
    expect(await within({ $geometry: square(-77.005, 38.895, -76.975, 38.925) })).to.equal(9);
    expect(await within({ $centerSphere: [here.coordinates, 1.2 / 6371.0088] })).to.equal(3);
  });

  it('tells what intersects, points with areas and areas with points', async () => {
    const areas = at.db.collection<{ _id: string }>('areas');
    await areas.createIndex({ area: '2dsphere' });
    await areas.insertMany([
      { _id: 'west', area: square(-77.1, 38.8, -76.95, 39.2) },
      { _id: 'east', area: square(-76.94, 38.8, -76.7, 39.2) },
    ] as never[]);
    expect(
      (await areas.find({ area: { $geoIntersects: { $geometry: here } } }).toArray()).map(({ _id }) => _id),
    ).to.deep.equal(['west']);
    const crossing = {
      type: 'LineString',
      coordinates: [
        [-77.2, 39],
        [-76.8, 39],
      ],
    };
    expect(await areas.countDocuments({ area: { $geoIntersects: { $geometry: crossing } } })).to.equal(2);
    expect(
      await places().countDocuments({
        point: { $geoIntersects: { $geometry: square(-77.005, 38.895, -76.995, 38.905) } },
      }),
    ).to.equal(1);
  });

  it('refuses coordinates that are none', async () => {
    const error = await places()
      .insertOne({ _id: 9999, point: { type: 'Point', coordinates: [200, 100] } } as never)
      .catch((each) => each);
    expect(error).to.be.an('error').with.property('code').that.is.a('number');
  });
});
