import { expect } from 'chai';
import { meansByGroup } from '../../../core/inequality/means-by-group.ts';

const rows = (people: Record<string, number>) =>
  Object.entries(people).map(([group, count]) => ({ group, people: count, value: 2 }));

const hiddenOf = (people: Record<string, number>) =>
  meansByGroup(rows(people), 10).flatMap(({ group, hidden }) => (hidden ? group : []));

describe('meansByGroup', () => {
  it('is what people of a group have on average, without those of whom nothing is known', () => {
    const measured = [
      { group: 'rural', people: 10, value: 1 },
      { group: 'rural', people: 30, value: 3 },
      { group: 'rural', people: 50, value: Number.NaN },
      { group: 'city', people: 0, value: 7 },
      { group: 'city', people: 12, value: 4 },
    ];
    expect(meansByGroup(measured, 10)).to.deep.equal([
      { group: 'city', people: 12, mean: 4, hidden: false },
      { group: 'rural', people: 40, mean: 2.5, hidden: false },
    ]);
  });

  it('tells nothing of a group below the threshold, nor what gives it away', () => {
    expect(meansByGroup(rows({ a: 9, b: 30, c: 40 }), 10)).to.deep.equal([
      { group: 'a', people: null, mean: null, hidden: true },
      { group: 'b', people: null, mean: null, hidden: true },
      { group: 'c', people: 40, mean: 2, hidden: false },
    ]);
    expect(hiddenOf({ a: 4, b: 5, c: 11, d: 90 })).to.deep.equal(['a', 'b', 'c']);
    expect(hiddenOf({ a: 5, b: 5, c: 11, d: 90 })).to.deep.equal(['a', 'b']);
    expect(hiddenOf({ a: 10, b: 11 })).to.deep.equal([]);
    expect(hiddenOf({ a: 3 })).to.deep.equal(['a']);
  });

  it('tells everything where no threshold is set', () => {
    expect(meansByGroup(rows({ a: 1, b: 30 }), 1).every(({ hidden }) => !hidden)).to.equal(true);
  });
});
