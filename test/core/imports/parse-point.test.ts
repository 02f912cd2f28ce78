import { expect } from 'chai';
import fc from 'fast-check';
import type { BoundingBox } from '../../../core/geo/point.ts';
import { fromMercator, parsePoint } from '../../../core/imports/parse-point.ts';

const DC: BoundingBox = [-77.6, 38.5, -76.5, 39.4];
const inside = fc.tuple(
  fc.double({ min: DC[0], max: DC[2], noNaN: true }),
  fc.double({ min: DC[1], max: DC[3], noNaN: true }),
);
const mercator = ([lon, lat]: readonly [number, number]): [number, number] => {
  const radius = 6_378_137;
  return [(lon * Math.PI * radius) / 180, radius * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];
};

describe('parsePoint', () => {
  it('takes a point in the community as it is', () => {
    fc.assert(
      fc.property(inside, ([lon, lat]) => {
        const read = parsePoint(lon.toFixed(7), lat.toFixed(7), DC);
        expect(read).to.deep.equal({
          point: [Number(lon.toFixed(7)), Number(lat.toFixed(7))],
          quality: 'exact',
        });
      }),
    );
  });

  it('exchanges latitude and longitude back', () => {
    fc.assert(
      fc.property(inside, ([lon, lat]) => {
        const read = parsePoint(lat.toFixed(7), lon.toFixed(7), DC);
        expect(read.code).to.equal('point-swapped');
        expect(read.point).to.deep.equal([Number(lon.toFixed(7)), Number(lat.toFixed(7))]);
      }),
    );
  });

  it('turns metres into degrees, to the metre', () => {
    fc.assert(
      fc.property(inside, (point) => {
        const [east, north] = mercator(point);
        const read = parsePoint(east.toFixed(2), north.toFixed(2), DC);
        expect(read.code).to.equal('point-in-metres');
        expect(read.point![0]).to.be.closeTo(point[0], 1e-5);
        expect(read.point![1]).to.be.closeTo(point[1], 1e-5);
      }),
    );
  });

  it('tells nothing, zero, a stand-in, elsewhere and nonsense apart', () => {
    expect(parsePoint('', '', DC)).to.deep.equal({ quality: 'missing', code: 'point-missing' });
    expect(parsePoint('0', '0.0', DC)).to.deep.equal({ quality: 'placeholder', code: 'point-zero' });
    expect(parsePoint('-95.712891', '37.09024', DC)).to.deep.equal({
      quality: 'placeholder',
      code: 'point-placeholder',
    });
    expect(parsePoint('-122.4', '37.77', DC)).to.deep.equal({ quality: 'outside', code: 'point-outside' });
    expect(parsePoint('101', '100', DC).quality).to.equal('invalid');
    expect(parsePoint('-77', '', DC).quality).to.equal('invalid');
    expect(parsePoint('9:00AM', 'x', DC).quality).to.equal('invalid');
  });

  it('never gives a point outside the bounds, and gives one only as exact', () => {
    const cell = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    fc.assert(
      fc.property(cell, cell, (x, y) => {
        const { point, quality } = parsePoint(x, y, DC);
        expect(point !== undefined).to.equal(quality === 'exact');
        if (!point) return;
        expect(point[0]).to.be.within(DC[0], DC[2]);
        expect(point[1]).to.be.within(DC[1], DC[3]);
      }),
    );
  });

  it('does not call a point outside where no bounds are known', () => {
    expect(parsePoint('-122.4', '37.77')).to.deep.equal({ point: [-122.4, 37.77], quality: 'exact' });
  });
});

describe('fromMercator', () => {
  it('puts the edge of the projection at 180 degrees', () => {
    expect(fromMercator(20_037_508.342789244, 0)).to.deep.equal([180, 0]);
    expect(fromMercator(20_037_509, 0)).to.equal(undefined);
  });
});
