import { expect } from 'chai';
import { splitNames } from '../../../web/views/directory/split-names.ts';

describe('The names of those who share a place', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  it('stand together up to six', () => {
    expect(splitNames(names.slice(0, 6))).to.deep.equal({ first: names.slice(0, 6), more: [] });
  });

  it('leave the rest on demand where there are more', () => {
    expect(splitNames(names)).to.deep.equal({ first: names.slice(0, 6), more: ['g', 'h'] });
  });
});
