import { expect } from 'chai';
import { Crosswalk, mapSourceTerms } from '../../../core/taxonomy/crosswalk.ts';

const crosswalks = [
  Crosswalk.parse({
    taxonomy: ['Town directory'],
    terms: [
      { code: '7', name: 'Pool', to: ['swimming'] },
      { code: '8', to: ['food-pantry', 'free-meals'] },
      { name: 'Seniors', to: [] },
    ],
  }),
  Crosswalk.parse({
    taxonomy: ['*'],
    terms: [
      { name: 'Health', to: ['health-nutrition'] },
      { name: 'Help & Care', to: ['family-support'] },
      { name: 'Pool', to: ['fitness-gym'] },
    ],
  }),
];

describe('mapSourceTerms', () => {
  it('finds by code before name', () => {
    const term = { taxonomy: 'town DIRECTORY', code: '8', name: 'Pool' };
    expect(mapSourceTerms(crosswalks, [term]).terms).to.deep.equal(['food-pantry', 'free-meals']);
  });

  it("asks the named taxonomy's names first, then everyone's", () => {
    const named = { taxonomy: 'Town directory', name: 'pool' };
    expect(mapSourceTerms(crosswalks, [named]).terms).to.deep.equal(['swimming']);
    expect(mapSourceTerms(crosswalks, [{ name: 'POOL' }]).terms).to.deep.equal(['fitness-gym']);
    const other = { taxonomy: 'Town directory', name: 'health' };
    expect(mapSourceTerms(crosswalks, [other]).terms).to.deep.equal(['health-nutrition']);
  });

  it("does not take one taxonomy's code for another's", () => {
    const { terms, unmapped } = mapSourceTerms(crosswalks, [{ taxonomy: '*', code: '7', name: 'Seven' }]);
    expect(terms).to.deep.equal([]);
    expect(unmapped).to.have.length(1);
  });

  it('does not mind case, accents and signs', () => {
    expect(mapSourceTerms(crosswalks, [{ name: ' hélp and care.' }]).terms).to.deep.equal(['family-support']);
  });

  it('lets a whole domain count only where nothing says more', () => {
    const both = mapSourceTerms(crosswalks, [{ name: 'Health' }, { name: 'Pool' }]);
    expect(both.terms).to.deep.equal(['fitness-gym']);
  });

  it('keeps apart what is known to mean nothing for us and what is not known', () => {
    const { terms, unmapped } = mapSourceTerms(crosswalks, [{ name: 'Seniors' }, { name: 'Zeppelins' }]);
    expect(terms).to.deep.equal([]);
    expect(unmapped).to.deep.equal([{ name: 'Zeppelins' }]);
  });

  it('names each of our terms once', () => {
    const twice = [{ name: 'Pool' }, { name: 'pool' }];
    expect(mapSourceTerms(crosswalks, twice).terms).to.deep.equal(['fitness-gym']);
  });
});
