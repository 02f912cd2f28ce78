import { expect } from 'chai';
import { addressOf } from '../../../web/api/request.ts';
import {
  asked,
  formatDownloadQuery,
  parseDownloadQuery,
  searchOf,
} from '../../../web/parts/download/download-query.ts';

const read = (address: string) => parseDownloadQuery(new URLSearchParams(address));

describe('What is to be downloaded', () => {
  it('is the search of an address of Find, without its page, choice and view', () => {
    const query = read('q=tutor&terms=academic&school=s1&minutes=20&page=3&place=l1&view=map');
    expect(searchOf(query)).to.equal('q=tutor&terms=academic&school=s1&minutes=20');
    expect(addressOf('/exports/directory.csv', asked(query))).to.equal(
      '/api/v1/exports/directory.csv?q=tutor&school=s1&terms=academic&mode=bus&minutes=20',
    );
  });

  it('is everything where nothing is asked', () => {
    expect(searchOf(read('view=map&page=2'))).to.equal('');
    expect(addressOf('/exports/directory.csv', asked(read('')))).to.equal('/api/v1/exports/directory.csv');
  });

  it('is what is at a site where one is named, and keeps its address', () => {
    const query = read('location=l1');
    expect(asked(query).location).to.equal('l1');
    expect(formatDownloadQuery(query).toString()).to.equal('location=l1');
  });
});
