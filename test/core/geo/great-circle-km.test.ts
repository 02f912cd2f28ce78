import { expect } from 'chai';
import { EARTH_RADIUS_KM, greatCircleKm } from '../../../core/geo/great-circle-km.ts';

const QUARTER = (Math.PI / 2) * EARTH_RADIUS_KM;

describe('greatCircleKm', () => {
  it('measures what is known', () => {
    expect(greatCircleKm([0, 0], [90, 0])).to.be.closeTo(QUARTER, 1e-6);
    expect(greatCircleKm([0, -90], [123, 90])).to.be.closeTo(2 * QUARTER, 1e-6);
    expect(greatCircleKm([-91.5, 41.6], [-91.5, 42.6])).to.be.closeTo(111.195, 0.001);
  });

  it('goes the short way over the antimeridian', () => {
    expect(greatCircleKm([179.5, 0], [-179.5, 0])).to.be.closeTo(111.195, 0.001);
  });

  it('is zero at one place, however its longitude is written', () => {
    expect(greatCircleKm([12, 34], [12, 34])).to.equal(0);
    expect(greatCircleKm([-180, 10], [180, 10])).to.be.closeTo(0, 1e-9);
  });
});
