import { expect } from 'chai';
import { seededRandom } from '../../../scripts/demo/random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed', () => {
    const [a, b] = [seededRandom(7), seededRandom(7)];
    expect(Array.from({ length: 50 }, a.next)).to.deep.equal(Array.from({ length: 50 }, b.next));
  });

  it('gives other numbers for another seed', () => {
    expect(seededRandom(7).next()).to.not.equal(seededRandom(8).next());
  });

  it('shuffles without losing or doubling anything', () => {
    const items = Array.from({ length: 100 }, (_, index) => index);
    const shuffled = seededRandom(1).shuffle(items);
    expect(shuffled).to.have.members(items).and.not.deep.equal(items);
  });

  it('picks by weight', () => {
    const random = seededRandom(3);
    const picks = Array.from({ length: 1000 }, () => random.weighted([['a', 9] as const, ['b', 1] as const]));
    expect(picks.filter((pick) => pick === 'b').length).to.be.within(60, 140);
  });
});
