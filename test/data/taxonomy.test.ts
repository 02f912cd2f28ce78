import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseTaxonomy } from '../../core/taxonomy/taxonomy.ts';
import { DOMAIN_IDS } from '../../core/taxonomy/term.ts';

const ROOT = join(import.meta.dirname, '../..');
const OPEN_ELIGIBILITY = join(ROOT, '../shared/reference/taxonomy/openeligibility-2.0.csv');
const taxonomy = parseTaxonomy(
  JSON.parse(readFileSync(join(ROOT, 'data/taxonomy/whole-child.json'), 'utf8')),
);
const parents = new Set(taxonomy.terms.map((term) => term.parent));
const leaves = taxonomy.terms.filter((term) => !parents.has(term.id));

describe('the whole-child taxonomy', () => {
  it('has the nine domains in their order', () => {
    const roots = taxonomy.terms.filter((term) => term.parent === null);
    expect(roots.map((term) => term.id)).to.deep.equal([...DOMAIN_IDS]);
  });

  it('has about 120 leaves, each two steps below its domain', () => {
    expect(leaves.length).to.be.within(110, 130);
    for (const leaf of leaves) expect(taxonomy.lineage(leaf.id), leaf.id).to.have.length(3);
  });

  it('says every label in English and Spanish, no two leaves alike', () => {
    for (const language of ['en', 'es'] as const) {
      const labels = leaves.map((leaf) => leaf.label[language]);
      expect(new Set(labels).size).to.equal(labels.length);
    }
  });

  it('describes every domain and group', () => {
    for (const term of taxonomy.terms.filter((each) => parents.has(each.id))) {
      expect(term.description, term.id).to.not.equal(undefined);
    }
  });

  it('has other words for every leaf in both languages, none of them blank or twice', () => {
    for (const { id, synonyms } of leaves) {
      for (const words of [synonyms.en, synonyms.es]) {
        expect(words.length, id).to.be.at.least(3);
        expect(new Set(words).size, id).to.equal(words.length);
        for (const word of words) expect(word, id).to.equal(word.trim()).and.not.equal('');
      }
    }
  });

  for (const [word, id] of [
    ['glasses', 'vision-glasses'],
    ['lentes', 'vision-glasses'],
    ['robotics', 'robotics-coding'],
    ['food bank', 'food-pantry'],
    ['despensa', 'food-pantry'],
    ['someone to talk to', 'mental-health-counseling'],
  ] as const) {
    it(`leads from "${word}" to ${id}`, () => {
      const { en, es } = taxonomy.get(id)!.synonyms;
      expect([...en, ...es]).to.include(word);
    });
  }

  it('names each code of Open Eligibility once', () => {
    const codes = taxonomy.terms.flatMap((term) => term.openEligibility);
    expect(new Set(codes).size).to.equal(codes.length);
  });

  it('knows every service code of Open Eligibility 2.0, and no other', function () {
    if (!existsSync(OPEN_ELIGIBILITY)) this.skip();
    const rows = readFileSync(OPEN_ELIGIBILITY, 'utf8').split('\n');
    const theirs = rows.filter((row) => row.startsWith('services,')).map((row) => row.split(',')[1]);
    const ours = taxonomy.terms.flatMap((term) => term.openEligibility);
    expect([...new Set(ours)].sort()).to.deep.equal([...new Set(theirs)].sort());
  });
});
