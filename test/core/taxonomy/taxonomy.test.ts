import { expect } from 'chai';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';

function term(id: string, parent: string | null) {
  return { id, parent, label: { en: id, es: id } };
}

const TERMS = [
  term('academic', null),
  term('tutoring', 'academic'),
  term('reading', 'tutoring'),
  term('mathematics', 'tutoring'),
  term('arts', null),
];

describe('parseTaxonomy', () => {
  const taxonomy = parseTaxonomy(TERMS);

  it('knows what lies above a term, nearest first', () => {
    expect(taxonomy.lineage('reading')).to.deep.equal(['reading', 'tutoring', 'academic']);
    expect(taxonomy.domainOf('reading')).to.equal('academic');
  });

  it('knows what lies below a term, depth first', () => {
    expect(taxonomy.within('academic')).to.deep.equal(['academic', 'tutoring', 'reading', 'mathematics']);
    expect(taxonomy.within('arts')).to.deep.equal(['arts']);
  });

  it('knows nothing of a term that it does not have', () => {
    expect(taxonomy.get('x')).to.equal(undefined);
    expect(taxonomy.lineage('x')).to.deep.equal([]);
    expect(taxonomy.within('x')).to.deep.equal([]);
    expect(taxonomy.domainOf('x')).to.equal(undefined);
  });

  it('reads parents that come after their children', () => {
    expect(parseTaxonomy(TERMS.toReversed()).lineage('reading')).to.deep.equal(taxonomy.lineage('reading'));
  });

  it('refuses a broken tree and names every fault', () => {
    const broken = [
      term('academic', null),
      term('academic', null),
      term('lost', 'nowhere'),
      term('cooking', null),
      term('egg', 'hen'),
      term('hen', 'egg'),
    ];
    const faults = [
      'duplicate term: academic',
      'orphan: lost',
      'unknown domain: cooking',
      'cycle: egg',
      'cycle: hen',
    ];
    for (const fault of faults) expect(() => parseTaxonomy(broken)).to.throw(fault);
  });

  it('refuses what is no list of terms', () => {
    expect(() => parseTaxonomy([{ id: 'Academic', parent: null }])).to.throw();
    expect(() => parseTaxonomy({})).to.throw();
  });
});
