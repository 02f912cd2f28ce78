import { expect } from 'chai';
import fc from 'fast-check';
import { fallSigns } from '../../../core/reviews/fall-signs.ts';
import { meanAnswer } from '../../../core/reviews/mean-answer.ts';

const RULES = { inARow: 2, drop: 2, low: 1 };
const all = (answer: number | null) => ({ feeling: answer, school: answer });

describe('Signs that a student is doing worse', () => {
  it('are reviews that fall twice in a row, and not once', () => {
    const twice = fallSigns([all(5), { feeling: 4, school: 5 }], { feeling: 4, school: 4 }, RULES);
    expect(twice).to.deep.equal([{ kind: 'in-a-row', count: 2 }]);
    expect(fallSigns([all(5)], { feeling: 4, school: 5 }, RULES)).to.deep.equal([]);
    expect(fallSigns([all(4), all(4)], { feeling: 4, school: 3 }, RULES), 'equal, then lower').to.deep.equal(
      [],
    );
  });

  it('are one answer that is much lower than the time before, and one that is low by itself', () => {
    expect(fallSigns([all(4)], { feeling: 2, school: 4 }, RULES)).to.deep.equal([
      { kind: 'drop', question: 'feeling', from: 4, to: 2 },
    ]);
    expect(fallSigns([], { feeling: 1, school: 4 }, RULES)).to.deep.equal([
      { kind: 'low', question: 'feeling', answer: 1 },
    ]);
    expect(fallSigns([], { feeling: 1, school: 4 }, { ...RULES, low: 0 })).to.deep.equal([]);
  });

  it('are never made of what a student would rather not say', () => {
    expect(fallSigns([all(5), all(5)], all(null), RULES)).to.deep.equal([]);
    expect(fallSigns([all(5), { feeling: null, school: 5 }], { feeling: 5, school: 5 }, RULES)).to.deep.equal(
      [],
    );
    expect(meanAnswer(all(null))).to.equal(null);
    expect(meanAnswer({ feeling: 5, school: null, people: 2 })).to.equal(3.5);
  });

  it('are not there for who is never worse than before, whatever the rules', () => {
    const answers = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 8 });
    const rules = fc.record({
      inARow: fc.integer({ min: 1, max: 6 }),
      drop: fc.integer({ min: 1, max: 4 }),
      low: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(answers, rules, (feeling, own) => {
        const rising = [...feeling].sort((a, b) => a - b).map(all);
        expect(fallSigns(rising.slice(0, -1), rising.at(-1)!, own)).to.deep.equal([]);
        const falls =
          feeling.slice(1).every((answer, n) => answer < feeling[n]!) && feeling.length > own.inARow;
        const found = fallSigns(feeling.slice(0, -1).map(all), all(feeling.at(-1)!), own);
        if (falls) expect(found[0]).to.deep.equal({ kind: 'in-a-row', count: own.inARow });
      }),
    );
  });
});
