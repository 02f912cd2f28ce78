import { expect } from 'chai';
import fc from 'fast-check';
import { tellShare } from '../../../core/privacy/tell-share.ts';
import { strictestThreshold } from '../../../core/privacy/threshold.ts';

describe('tellShare', () => {
  it('tells a share with enough students on both sides', () => {
    expect(tellShare({ students: 80, covered: 20 }, 10)).to.deep.equal({
      covered: 20,
      share: 0.25,
      end: null,
    });
    expect(tellShare({ students: 20, covered: 10 }, 10)).to.include({ covered: 10 });
  });

  it('never tells none or all: nobody looks like a few', () => {
    const few = [0, 1, 9].map((covered) => tellShare({ students: 80, covered }, 10));
    for (const told of few) expect(told).to.deep.equal({ covered: null, share: null, end: 'few' });
    const most = [71, 79, 80].map((covered) => tellShare({ students: 80, covered }, 10));
    for (const told of most) expect(told).to.deep.equal({ covered: null, share: null, end: 'most' });
  });

  it('says nothing of so few that either end would say too much', () => {
    for (const covered of [0, 5, 12])
      expect(tellShare({ students: 12, covered }, 10)).to.deep.equal({
        covered: null,
        share: null,
        end: null,
      });
    expect(tellShare({ students: 19, covered: 9 }, 10).end).to.equal('few');
  });

  it('leaves at least the threshold of numbers possible', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 20 }), fc.nat(40), fc.nat(60), (k, more, some) => {
        const students = k + more;
        const covered = Math.min(some, students);
        const told = tellShare({ students, covered }, k);
        if (told.covered !== null) return;
        const alike = Array.from({ length: students + 1 }, (_, n) => tellShare({ students, covered: n }, k));
        const possible = alike.filter(({ covered: n, end }) => n === null && end === told.end).length;
        expect(possible).to.be.at.least(k);
      }),
    );
  });
});

describe('The threshold', () => {
  it('is 10, the strictest of all districts’, and never under 5', () => {
    expect(strictestThreshold([])).to.equal(10);
    expect(strictestThreshold([undefined])).to.equal(10);
    expect(strictestThreshold([5, 20, undefined])).to.equal(20);
    expect(strictestThreshold([5])).to.equal(5);
    expect(strictestThreshold([1])).to.equal(5);
  });
});
