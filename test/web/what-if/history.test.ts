import { expect } from 'chai';
import type { ScenarioChange } from '../../../core/what-if/scenario.ts';
import { goOn, redo, startHistory, undo } from '../../../web/parts/what-if/history.ts';

const closing = (siteId: string): ScenarioChange[] => [{ kind: 'remove', siteId }];

describe('What was tried', () => {
  it('can be undone and done again as often as there were steps', () => {
    const begun = startHistory([]);
    const two = goOn(goOn(begun, closing('a')), closing('b'));
    expect(undo(two).now).to.deep.equal(closing('a'));
    expect(undo(undo(two)).now).to.deep.equal([]);
    expect(undo(begun)).to.equal(begun);
    expect(redo(redo(undo(undo(two))))).to.deep.equal(two);
    expect(redo(two)).to.equal(two);
  });

  it('forgets what was undone once somebody tries something else', () => {
    const other = goOn(undo(goOn(startHistory([]), closing('a'))), closing('c'));
    expect(redo(other)).to.equal(other);
    expect(undo(other).now).to.deep.equal([]);
  });
});
