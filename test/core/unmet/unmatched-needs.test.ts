import { expect } from 'chai';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';
import { unmatchedNeeds } from '../../../core/unmet/unmatched-needs.ts';

const term = (id: string, parent: string | null) => ({
  id,
  parent,
  label: { en: id, es: id },
  synonyms: { en: [], es: [] },
});
const taxonomy = parseTaxonomy([
  term('academic', null),
  term('tutoring', 'academic'),
  term('reading', 'tutoring'),
]);
const figure = (schoolId: string, id: string, students: number, told = true) => ({
  schoolId,
  id,
  students,
  told,
});

describe('Needs without a match', () => {
  it('are told of each school at the narrowest terms that may be told', () => {
    const needs = [
      figure('a', 'unmet academic', 40),
      figure('a', 'unmet tutoring', 30),
      figure('a', 'unmet reading', 4, false),
      figure('a', 'students tutoring', 60),
      figure('b', 'unmet reading', 12),
      figure('*', 'unmet tutoring', 50),
    ];
    expect(unmatchedNeeds({ needs, countedOn: '2026-11-20' }, taxonomy)).to.deep.equal([
      {
        source: 'match',
        term: 'tutoring',
        from: '2026-11',
        to: '2026-11',
        where: 'school',
        schoolId: 'a',
        times: 30,
      },
      {
        source: 'match',
        term: 'reading',
        from: '2026-11',
        to: '2026-11',
        where: 'school',
        schoolId: 'b',
        times: 12,
      },
    ]);
  });

  it('are told of all schools together where no school may tell them', () => {
    const needs = [figure('a', 'unmet reading', 9, false), figure('*', 'unmet reading', 18)];
    expect(unmatchedNeeds({ needs, countedOn: '2026-11-20' }, taxonomy)).to.deep.equal([
      { source: 'match', term: 'reading', from: '2026-11', to: '2026-11', where: 'all', times: 18 },
    ]);
  });
});
