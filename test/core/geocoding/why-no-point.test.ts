import { expect } from 'chai';
import { isToAsk, whyNoPoint } from '../../../core/geocoding/why-no-point.ts';

const addresses = [{ address1: '12 Mill Road', city: 'Elm' }];
const key = '12 mill road|elm|||';
const place = { addresses, pointQuality: 'missing' } as const;
const nobody = { geocoding: undefined, byPerson: false };

describe('Why a place has no point', () => {
  it('is what became of looking for its address', () => {
    for (const state of ['waiting', 'not-found', 'left'] as const)
      expect(whyNoPoint(place, { ...nobody, geocoding: { key, state } })).to.equal(state);
    expect(whyNoPoint(place, { ...nobody, geocoding: { key, state: 'applied' } })).to.equal('left');
    expect(whyNoPoint(place, { geocoding: { key, state: 'waiting' }, byPerson: true })).to.equal('left');
  });

  it('is that nobody has looked, where there is another address by now', () => {
    expect(whyNoPoint(place, nobody)).to.equal('not-asked');
    expect(whyNoPoint(place, { ...nobody, geocoding: { key: 'other', state: 'left' } })).to.equal(
      'not-asked',
    );
    expect(whyNoPoint({ ...place, pointQuality: 'outside' }, nobody)).to.equal('wrong-point');
    expect(whyNoPoint({ ...place, addresses: [] }, nobody)).to.equal('no-address');
    expect((['not-asked', 'wrong-point'] as const).every(isToAsk)).to.equal(true);
    expect((['waiting', 'left', 'not-found', 'no-address'] as const).some(isToAsk)).to.equal(false);
  });
});
