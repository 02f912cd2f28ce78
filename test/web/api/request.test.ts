import { expect } from 'chai';
import { addressOf } from '../../../web/api/request.ts';

describe('The address of a route', () => {
  it('leaves out what is absent, empty or false', () => {
    const query = { a: undefined, b: null, c: '', d: false, e: [] as string[] };
    expect(addressOf('/offers', query)).to.equal('/api/v1/offers');
  });

  it('writes yes as 1 and keeps zero', () => {
    expect(addressOf('/offers', { free: true, grade: 0 })).to.equal('/api/v1/offers?free=1&grade=0');
  });

  it('escapes what people type', () => {
    expect(addressOf('/offers', { q: 'a&b=ñ' })).to.equal('/api/v1/offers?q=a%26b%3D%C3%B1');
  });
});
