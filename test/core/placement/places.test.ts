import { expect } from 'chai';
import { placesOf, poolOf, takesPlace } from '../../../core/placement/places.ts';

const rules = { unknownPlaces: 3, searchLimit: 1 };
const offer = { id: 'o', serviceId: 's' };

describe('The places of an offer', () => {
  it('are as the partner says, none included', () => {
    expect(placesOf({ ...offer, placesFree: 0 }, rules)).to.equal(0);
    expect(placesOf({ ...offer, placesFree: 7 }, rules)).to.equal(7);
  });

  it('are those of the rules where nobody has said', () => {
    expect(placesOf(offer, rules)).to.equal(3);
  });

  it('are none where the count is odd', () => {
    for (const placesFree of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(placesOf({ ...offer, placesFree }, rules), `${placesFree}`).to.equal(0);
  });

  it('are shared by a service that was counted as a whole', () => {
    expect(poolOf({ ...offer, placesShared: true })).to.equal(
      poolOf({ ...offer, id: 'p', placesShared: true }),
    );
    expect(poolOf(offer)).to.not.equal(poolOf({ ...offer, id: 'p' }));
  });

  it('are taken by who was placed since they were counted', () => {
    const counted = { ...offer, placesFree: 5, placesUpdated: '2026-11-20T12:00:00+01:00' };
    expect(takesPlace(counted, '2026-11-20T10:59:59.999Z')).to.equal(false);
    expect(takesPlace(counted, '2026-11-20T11:00:00.000Z')).to.equal(true);
  });

  it('are taken by all where nobody says when they were counted, or nobody has counted', () => {
    expect(takesPlace({ ...offer, placesFree: 5 }, '2026-01-01T00:00:00.000Z')).to.equal(true);
    expect(
      takesPlace({ ...offer, placesUpdated: '2026-11-20T00:00:00Z' }, '2026-01-01T00:00:00.000Z'),
    ).to.equal(true);
  });
});
