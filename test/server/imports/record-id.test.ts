import { expect } from 'chai';
import fc from 'fast-check';
import { contentHash } from '../../../server/imports/content-hash.ts';
import { recordId } from '../../../server/imports/record-id.ts';

describe('recordId', () => {
  it('gives the same UUID for the same record for ever', () => {
    expect(recordId('service', { system: 'dc', id: '540866542533436' })).to.equal(
      recordId('service', { system: 'dc', id: '540866542533436' }),
    );
    expect(recordId('organization', { system: 'dc', id: '1' })).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('never gives one UUID to two records', () => {
    const ref = fc.record({ system: fc.string(), id: fc.string() });
    fc.assert(
      fc.property(ref, ref, (a, b) => {
        const same = a.system === b.system && a.id === b.id;
        expect(recordId('service', a) === recordId('service', b)).to.equal(same);
        expect(recordId('service', a)).to.not.equal(recordId('location', a));
      }),
    );
  });
});

describe('contentHash', () => {
  it('does not mind the order of keys, and minds everything else', () => {
    expect(contentHash({ a: 1, b: [1, 2] })).to.equal(contentHash({ b: [1, 2], a: 1, c: undefined }));
    expect(contentHash({ a: [1, 2] })).to.not.equal(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: '1' })).to.not.equal(contentHash({ a: 1 }));
  });
});
