import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../../core/audit/encode-entry.ts';

describe('The one text of an entry', () => {
  it('does not depend on the order in which fields come', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).to.equal(canonicalJson(value));
      }),
    );
  });

  it('is JSON of the same value, so that two values never share a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: undefined })).to.equal(
      '{"b":[1,{"c":null}]}',
    );
  });
});
