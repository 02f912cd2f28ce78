import { expect } from 'chai';
import { AttributeWords, ProgramWords } from '../../../core/eligibility/eligibility-words.ts';

const label = { en: 'A', es: 'A' };

describe('The words of eligibility', () => {
  it('have each program, attribute and value once', () => {
    expect(ProgramWords.safeParse([{ id: 'snap', label }]).success).to.equal(true);
    expect(
      ProgramWords.safeParse([
        { id: 'snap', label },
        { id: 'snap', label },
      ]).success,
    ).to.equal(false);
    const yes = { id: 'yes', label };
    expect(AttributeWords.safeParse([{ name: 'a', label, values: [yes] }]).success).to.equal(true);
    expect(AttributeWords.safeParse([{ name: 'a', label, values: [yes, yes] }]).success).to.equal(false);
    expect(AttributeWords.safeParse([{ name: 'a', label, values: [] }]).success).to.equal(false);
    expect(
      AttributeWords.safeParse([
        { name: 'a', label, values: [yes] },
        { name: 'a', label, values: [yes] },
      ]).success,
    ).to.equal(false);
  });

  it('have labels in both languages, and ids that stand in an address or a list', () => {
    expect(ProgramWords.safeParse([{ id: 'snap', label: { en: 'SNAP' } }]).success).to.equal(false);
    expect(ProgramWords.safeParse([{ id: 'a,b', label }]).success).to.equal(false);
  });
});
