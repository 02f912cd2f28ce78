import { expect } from 'chai';
import { fieldChanges, patched } from '../../../core/audit/field-changes.ts';

describe('Which fields changed', () => {
  it('says each with what it was and what it is', () => {
    const before = { grade: 4, languages: ['en'], school: 'a' };
    expect(fieldChanges(before, { grade: 5, languages: ['en', 'es'], school: 'a' })).to.deep.equal([
      { field: 'grade', from: 4, to: 5 },
      { field: 'languages', from: ['en'], to: ['en', 'es'] },
    ]);
  });

  it('has no "from" for what came, and no "to" for what went', () => {
    expect(fieldChanges({ a: 1 }, { b: 2 })).to.deep.equal([
      { field: 'a', from: 1 },
      { field: 'b', to: 2 },
    ]);
  });

  it('does not take another order of an object’s parts for a change', () => {
    expect(fieldChanges({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).to.deep.equal([]);
  });

  it('takes what a patch does not give for unchanged', () => {
    const before = { grade: 4, languages: ['en'] };
    expect(fieldChanges(before, patched(before, { grade: undefined, languages: ['es'] }))).to.deep.equal([
      { field: 'languages', from: ['en'], to: ['es'] },
    ]);
  });
});
