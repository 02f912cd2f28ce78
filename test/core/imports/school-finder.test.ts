import { expect } from 'chai';
import { createSchoolFinder } from '../../../core/imports/school-finder.ts';

const schools = [
  { id: 'a', sourceSystem: 'demo', sourceId: '1', ncesId: '060000100380', name: 'Mill Creek' },
  { id: 'b', sourceSystem: 'county', sourceId: '1', name: 'Mill Creek' },
  { id: 'c', sourceSystem: 'county', sourceId: '3', name: 'Twin' },
  { id: 'd', sourceSystem: 'county', sourceId: '4', name: 'Twin' },
];

describe('A school that a student’s row names', () => {
  it('is, of several with the name, the one from the same source', () => {
    expect(createSchoolFinder(schools, 'county')('mill creek')).to.deep.equal({ id: 'b' });
    expect(createSchoolFinder(schools, 'demo')('1')).to.deep.equal({ id: 'a' });
  });

  it('stays open where the source has none or several of them', () => {
    expect(createSchoolFinder(schools, 'elsewhere')('Mill Creek')).to.equal('ambiguous');
    expect(createSchoolFinder(schools, 'county')('Twin')).to.equal('ambiguous');
    expect(createSchoolFinder(schools)('Mill Creek')).to.equal('ambiguous');
  });

  it('is found by our id and by the NCES id, with or without its zeros in front', () => {
    expect(createSchoolFinder(schools)('d')).to.deep.equal({ id: 'd' });
    expect(createSchoolFinder(schools)('60000100380')).to.deep.equal({ id: 'a' });
    expect(createSchoolFinder(schools)('nowhere')).to.equal('unknown');
  });
});
