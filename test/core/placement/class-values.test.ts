import { expect } from 'chai';
import { classWorth, highestScore } from '../../../core/placement/class-values.ts';
import { problemOf, type Row } from './problems.ts';

const rows = (count: number, score: number): Row[] =>
  Array.from({ length: count }, () => ({ urgency: 1, edges: [[0, score]] }));

describe('classWorth', () => {
  it('is more than all scores of any placement together', () => {
    expect(classWorth(problemOf(rows(5, 10_000), [3], true), 10_000)).to.equal(30_001);
    expect(classWorth(problemOf(rows(5, 10_000), [1000], true), 10_000)).to.equal(50_001);
  });

  it('is nothing without urgency', () => {
    expect(classWorth(problemOf(rows(5, 10_000), [3], false), 10_000)).to.equal(0);
  });

  it('refuses what whole numbers cannot tell apart', () => {
    const many = { ...problemOf([], [2 ** 31 - 1], true), first: { length: 2 ** 40 } as Uint32Array };
    expect(classWorth(many, 10_000)).to.be.below(Number.MAX_SAFE_INTEGER / 3);
    expect(() => classWorth({ ...many, capacity: new Int32Array(600).fill(2 ** 31 - 1) }, 10_000)).to.throw(
      RangeError,
    );
  });
});

describe('highestScore', () => {
  it('refuses scores that are out of range', () => {
    expect(highestScore(problemOf(rows(2, 10_000), [1], false))).to.equal(10_000);
    expect(() => highestScore(problemOf(rows(2, 10_001), [1], false))).to.throw(RangeError);
    expect(() => highestScore(problemOf(rows(2, -1), [1], false))).to.throw(RangeError);
  });
});
