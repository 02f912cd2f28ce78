import { expect } from 'chai';
import fc from 'fast-check';
import { type RowWindow, rowAfterKey, rowWindow, scrollToRow } from '../../../web/parts/row-window.ts';

const windows: fc.Arbitrary<RowWindow> = fc.record({
  rows: fc.integer({ min: 0, max: 6000 }),
  rowHeight: fc.integer({ min: 20, max: 200 }),
  height: fc.integer({ min: 0, max: 2000 }),
  top: fc.integer({ min: -50, max: 1_500_000 }),
  spare: fc.integer({ min: 0, max: 20 }),
  keep: fc.option(fc.integer({ min: -1, max: 7000 })),
});

describe('Which of many rows are drawn', () => {
  it('are all that one sees, and the one with the focus, in order and apart', () => {
    fc.assert(
      fc.property(windows, (asked) => {
        const spans = rowWindow(asked);
        const drawn = spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n));
        const { rows, rowHeight, height, top, keep } = asked;
        expect([...new Set(drawn)].sort((a, b) => a - b)).to.deep.equal(drawn);
        for (const row of drawn) expect(row).to.be.within(0, rows - 1);
        for (const [at, span] of spans.entries()) {
          expect(span.to).to.be.greaterThan(span.from);
          if (at > 0) expect(span.from, 'a gap lies between').to.be.greaterThan(spans[at - 1]!.to);
        }
        for (let row = Math.max(0, Math.floor(top / rowHeight)); row * rowHeight < top + height; row++)
          if (row < rows) expect(drawn).to.include(row);
        if (keep !== null && keep >= 0 && keep < rows) expect(drawn).to.include(keep);
      }),
    );
  });

  it('are never more than fit, with the spare ones and the one with the focus', () => {
    fc.assert(
      fc.property(windows, (asked) => {
        const drawn = rowWindow(asked).reduce((sum, { from, to }) => sum + to - from, 0);
        const { rowHeight, height, spare } = asked;
        expect(drawn).to.be.at.most(Math.ceil(height / rowHeight) + 1 + 2 * spare + 1);
      }),
    );
  });
});

describe('Scrolling to a row', () => {
  it('brings it into sight, and goes nowhere where it is seen already', () => {
    fc.assert(
      fc.property(windows, fc.nat(5999), (asked, row) => {
        const { rowHeight } = asked;
        const seen = { rowHeight, height: asked.height + rowHeight, top: Math.max(0, asked.top) };
        const top = scrollToRow(row, seen);
        expect(top).to.be.at.most(row * rowHeight);
        expect(top + seen.height).to.be.at.least((row + 1) * rowHeight);
        expect(scrollToRow(row, { ...seen, top })).to.equal(top);
      }),
    );
  });
});

describe('The keys of a long table', () => {
  it('move by one, by a page and to the ends, and never off the table', () => {
    expect(rowAfterKey('ArrowDown', 3, 10, 4)).to.equal(4);
    expect(rowAfterKey('ArrowUp', 0, 10, 4)).to.equal(0);
    expect(rowAfterKey('PageDown', 3, 10, 4)).to.equal(7);
    expect(rowAfterKey('PageDown', 8, 10, 4)).to.equal(9);
    expect(rowAfterKey('PageUp', 3, 10, 4)).to.equal(0);
    expect([rowAfterKey('Home', 3, 10, 4), rowAfterKey('End', 3, 10, 4)]).to.deep.equal([0, 9]);
    expect(rowAfterKey('a', 3, 10, 4)).to.equal(null);
    expect(rowAfterKey('End', 0, 0, 4)).to.equal(null);
  });
});
