import { expect } from 'chai';
import type { School } from '../../../core/schools/school.ts';
import { findSchools } from '../../../web/parts/work/find-schools.ts';

function school(name: string, city: string): School {
  return { id: name, name, city } as unknown as School;
}

describe('Searching schools', () => {
  const schools = [
    school('School 10', 'Alder Creek'),
    school('School 9', 'Peña Blanca'),
    school('Álamo Elementary', 'Alder Creek'),
  ];

  it('sorts them by name as people do', () => {
    expect(findSchools(schools, '', 'en').map(({ name }) => name)).to.deep.equal([
      'Álamo Elementary',
      'School 9',
      'School 10',
    ]);
  });

  it('finds by every word, in name or town, accents and case aside', () => {
    expect(findSchools(schools, 'pena', 'es').map(({ name }) => name)).to.deep.equal(['School 9']);
    expect(findSchools(schools, 'ALDER alamo', 'en')).to.have.length(1);
    expect(findSchools(schools, 'alder 9', 'en')).to.have.length(0);
  });
});
