import { expect } from 'chai';
import fc from 'fast-check';
import { classBreaks, classOf } from '../../../core/gaps/classes.ts';

const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 });

describe('Five classes of a map', () => {
  it('never part equal values, and put no more than a fifth below a break that splits them', () => {
    fc.assert(
      fc.property(values, (all) => {
        const breaks = classBreaks(all, 'quantile')!;
        for (const [n, end] of breaks.entries()) {
          const below = all.filter((value) => value < end).length;
          const upTo = all.filter((value) => value <= end).length;
          expect(below).to.be.lessThan((all.length * (n + 1)) / 5);
          expect(upTo).to.be.at.least((all.length * (n + 1)) / 5);
        }
      }),
    );
  });

  it('rise with the value, or fall where less is better', () => {
    fc.assert(
      fc.property(values, fc.constantFrom('quantile' as const, 'equal' as const), (all, rule) => {
        const breaks = classBreaks(all, rule)!;
        const sorted = [...all].sort((a, b) => a - b);
        const more = sorted.map((value) => classOf(value, breaks, 'more'));
        expect(more).to.deep.equal([...more].sort());
        expect(sorted.map((value) => 4 - classOf(value, breaks, 'less'))).to.deep.equal(more);
      }),
    );
  });

  it('are equally wide where asked, and leave out what is not known', () => {
    expect(classBreaks([Number.NaN, 0, 10, Number.POSITIVE_INFINITY], 'equal')).to.deep.equal([2, 4, 6, 8]);
    expect(classBreaks([Number.NaN], 'quantile')).to.equal(undefined);
    expect(classBreaks([0, 0, 0, 0, 7], 'quantile')).to.deep.equal([0, 0, 0, 0]);
    expect(classOf(0, [0, 0, 0, 0], 'more')).to.equal(0);
  });
});
