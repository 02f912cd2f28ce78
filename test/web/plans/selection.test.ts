import { expect } from 'chai';
import { chosenOf, extend, NOTHING_CHOSEN, toggle, toggleAll } from '../../../web/parts/plans/selection.ts';

const keys = ['a', 'b', 'c', 'd', 'e'];

describe('Choosing rows of a plan', () => {
  it('takes one and leaves it again', () => {
    const one = toggle(NOTHING_CHOSEN, 'b');
    expect(chosenOf(one, keys)).to.deep.equal(['b']);
    expect(chosenOf(toggle(one, 'b'), keys)).to.deep.equal([]);
  });

  it('takes a range from the last one, in either direction', () => {
    const last = toggle(NOTHING_CHOSEN, 'd');
    const up = extend(last, keys, { from: 'c', to: 'b' });
    expect(chosenOf(up, keys)).to.deep.equal(['b', 'c', 'd']);
    expect(chosenOf(extend(up, keys, { from: 'b', to: 'e' }), keys)).to.deep.equal(['b', 'c', 'd', 'e']);
  });

  it('begins a range where one is when nothing was chosen, or what was chosen is no longer shown', () => {
    for (const before of [NOTHING_CHOSEN, toggle(NOTHING_CHOSEN, 'x')]) {
      const range = extend(before, keys, { from: 'b', to: 'c' });
      expect(chosenOf(range, keys)).to.deep.equal(['b', 'c']);
      expect(chosenOf(extend(range, keys, { from: 'c', to: 'd' }), keys)).to.deep.equal(['b', 'c', 'd']);
    }
  });

  it('takes all that are shown and leaves them again, and keeps the others', () => {
    const other = toggle(NOTHING_CHOSEN, 'x');
    const all = toggleAll(other, keys);
    expect(chosenOf(all, keys)).to.deep.equal(keys);
    expect([...toggleAll(all, keys).chosen]).to.deep.equal(['x']);
  });

  it('decides on nothing that a filter hides', () => {
    expect(chosenOf(toggleAll(NOTHING_CHOSEN, keys), ['c'])).to.deep.equal(['c']);
  });
});
