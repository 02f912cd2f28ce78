import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';
import { hitSynonym, plain, searchTerms } from '../../../web/state/search-terms.ts';

const file = new URL('../../../data/taxonomy/whole-child.json', import.meta.url);
const { terms } = parseTaxonomy(JSON.parse(readFileSync(file, 'utf8')));
const found = (typed: string, language: 'en' | 'es' = 'en') =>
  searchTerms(terms, typed, language).map((term) => term.label.en);

describe('Looking for a term', () => {
  it('finds it by its name, by a synonym, and by part of either', () => {
    expect(found('reading tutor')[0]).to.equal('Reading and writing tutoring');
    expect(found('dyslexia')).to.contain('Reading and writing tutoring');
    expect(found('READ')).to.contain('Reading and writing tutoring');
  });

  it('finds it in the other language and without accents', () => {
    expect(found('tutoria')[0]).to.equal('Tutoring and homework');
    expect(found('tutoría', 'es')[0]).to.equal('Tutoring and homework');
  });

  it('puts names before synonyms', () => {
    const [first] = searchTerms(terms, 'homework', 'en');
    expect(plain(first!.label.en)).to.contain('homework');
  });

  it('finds every term by its own name in both languages', () => {
    for (const language of ['en', 'es'] as const)
      for (const term of terms)
        expect(searchTerms(terms, term.label[language], language, 20), term.id).to.contain(term);
  });

  it('finds nothing for nothing', () => {
    expect(searchTerms(terms, '  ', 'en')).to.deep.equal([]);
    expect(searchTerms(terms, 'xyzzy', 'en')).to.deep.equal([]);
  });

  it('tells the synonym that was hit, and none where the name was', () => {
    const tutoring = terms.find(({ id }) => id === 'reading-tutoring')!;
    expect(hitSynonym(tutoring, 'dyslexia', 'en')).to.equal('dyslexia help');
    expect(hitSynonym(tutoring, 'reading', 'en')).to.equal(undefined);
  });
});
