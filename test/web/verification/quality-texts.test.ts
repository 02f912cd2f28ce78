import { expect } from 'chai';
import { qualityAddress, qualityQuery } from '../../../web/parts/quality/quality-query.ts';
import { qualityEn } from '../../../web/text/quality-en.ts';
import { qualityEs } from '../../../web/text/quality-es.ts';

const holes = (text: object | string) => [...new Set(JSON.stringify(text).match(/\{\w+\}/g))].sort();

describe('The page of quality', () => {
  it('speaks both languages with the same holes', () => {
    expect(qualityEs).to.have.all.keys(Object.keys(qualityEn));
    for (const key of Object.keys(qualityEn) as (keyof typeof qualityEn)[])
      expect(holes(qualityEs[key]), key).to.deep.equal(holes(qualityEn[key]));
  });

  it('stands in its address, and nothing else does', () => {
    const address = qualityAddress({ rule: 'no-hours', source: 'City & county', page: 3 });
    expect(address).to.equal('/quality?rule=no-hours&source=City+%26+county&page=3');
    const read = (text: string) => qualityQuery.parse(new URLSearchParams(text));
    expect(read(address.slice('/quality?'.length))).to.deep.equal({
      rule: 'no-hours',
      source: 'City & county',
      page: 3,
    });
    expect(read('page=-1&source=')).to.deep.equal({ rule: null, source: null, page: 1 });
    expect(qualityAddress({})).to.equal('/quality');
  });
});
