import { expect } from 'chai';
import fc from 'fast-check';
import { type CountRow, hasSmallPart, rowsToHide } from '../../../core/privacy/suppress.ts';

function row(id: string, ...parts: number[]): CountRow {
  return { id, parts };
}

function hide(total: number[], rows: CountRow[], options = {}): string[] {
  return [...rowsToHide(total, rows, options)].sort();
}

function sumOf(rows: readonly CountRow[], parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => rows.reduce((sum, each) => sum + each.parts[part]!, 0));
}

/** A table of counts with one or two parts a row, and up to some students who are in no row. */
function tableOf(parts: number, largest: number) {
  const count = fc.oneof(fc.integer({ min: 0, max: largest }), fc.constant(0));
  const counts = fc.array(count, { minLength: parts, maxLength: parts });
  return fc
    .tuple(fc.array(counts, { maxLength: 6 }), fc.oneof(fc.constant([0, 0]), counts))
    .map(([all, rest]) => {
      const rows = all.map((each, i) => row(`row-${i}`, ...each));
      return { rows, total: sumOf(rows, parts).map((sum, part) => sum + rest[part]!) };
    });
}

const tables = fc.oneof(tableOf(1, 30), tableOf(2, 25));

describe('rowsToHide', () => {
  it('hides nothing where every figure is large enough, or nobody is there', () => {
    expect(hide([40], [row('a', 30), row('b', 10), row('c', 0)])).to.deep.equal([]);
    expect(hide([0], [row('a', 0)])).to.deep.equal([]);
    expect(hide([], [])).to.deep.equal([]);
  });

  it('hides a small row and the next smallest, since the total would give it away', () => {
    expect(hide([97], [row('a', 4), row('b', 50), row('c', 43)])).to.deep.equal(['a', 'c']);
  });

  it('hides a third where two together are still too few', () => {
    expect(hide([60], [row('a', 4), row('b', 5), row('c', 51)])).to.deep.equal(['a', 'b', 'c']);
    expect(hide([61], [row('a', 4), row('b', 6), row('c', 51)])).to.deep.equal(['a', 'b']);
  });

  it('hides a share of which one side is small, on either side', () => {
    const rows = [row('a', 3, 40), row('b', 30, 30), row('c', 50, 50)];
    expect(hide([83, 120], rows)).to.deep.equal(['a', 'b']);
    expect(
      hide(
        [120, 83],
        rows.map(({ id, parts }) => row(id, ...parts.toReversed())),
      ),
    ).to.deep.equal(['a', 'b']);
  });

  it('shows a share of none or of all in a row that is large enough', () => {
    expect(hide([30, 20], [row('a', 0, 20), row('b', 30, 0)])).to.deep.equal([]);
  });

  it('needs no more where the total itself is hidden', () => {
    expect(hide([4, 60], [row('a', 4, 30), row('b', 0, 30)])).to.deep.equal(['a']);
  });

  it('counts students in no row as a row that nobody sees', () => {
    // 3 of 43 are in no row: showing both rows would tell.
    expect(hide([43], [row('a', 30), row('b', 10)])).to.deep.equal(['b']);
    expect(hide([60], [row('a', 30), row('b', 10)])).to.deep.equal([]);
    expect(hide([60], [row('a', 30), row('b', 5)])).to.deep.equal(['b']);
  });

  it('hides what is hidden already, and enough with it', () => {
    const rows = [row('a', 20, 20), row('b', 25, 25), row('c', 30, 30)];
    expect(hide([75, 75], rows, { alreadyHidden: new Set(['c']) })).to.deep.equal(['a', 'c']);
  });

  it('keeps to another threshold', () => {
    expect(hide([50], [row('a', 4), row('b', 46)], { threshold: 4 })).to.deep.equal([]);
    expect(hide([50], [row('a', 4), row('b', 46)], { threshold: 5 })).to.deep.equal(['a', 'b']);
  });

  it('never shows a small figure, and never lets one follow by subtraction from the total', () => {
    fc.assert(
      fc.property(tables, ({ total, rows }) => {
        const hidden = rowsToHide(total, rows);
        const shown = rows.filter(({ id }) => !hidden.has(id));
        for (const { parts } of shown) expect(hasSmallPart(parts)).to.equal(false);
        if (hasSmallPart(total)) return;
        const difference = total.map((count, part) => count - sumOf(shown, total.length)[part]!);
        expect(difference.every((count) => count === 0 || count >= 10)).to.equal(true);
        const rest = total.map((count, part) => count - sumOf(rows, total.length)[part]!);
        if (hidden.size === 1) expect(rest.some((count) => count > 0)).to.equal(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves two possibilities at least for each hidden figure, unless all that is hidden is alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(small(), small()), { minLength: 1, maxLength: 4 }), (counts) => {
        const rows = counts.map((parts, i) => row(`row-${i}`, ...parts));
        const total = sumOf(rows, 2);
        if (hasSmallPart(total, 3) || hasSmallPart([total[0]! + total[1]!], 3)) return;
        const sizes = rows.map(({ id, parts }) => row(id, parts[0]! + parts[1]!));
        const unsized = rowsToHide([total[0]! + total[1]!], sizes, { threshold: 3 });
        const hidden = rows.filter(({ id }) =>
          rowsToHide(total, rows, { threshold: 3, alreadyHidden: unsized }).has(id),
        );
        const left = sumOf(hidden, 2);
        if (left.includes(0)) return;
        const worlds = worldsWith(hidden, unsized, left);
        hidden.forEach((_, i) => {
          expect(new Set(worlds.map((world) => world[i]![0])).size).to.be.above(1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(tables, ({ total, rows }) => {
        expect(hide(total, rows.toReversed())).to.deep.equal(hide(total, rows));
      }),
    );
  });
});

function small() {
  return fc.integer({ min: 0, max: 5 });
}

/** Every way to fill the hidden rows that adds up to what is left and to the sizes that are shown. */
function worldsWith(hidden: readonly CountRow[], unsized: ReadonlySet<string>, left: number[]): number[][][] {
  const [first, ...others] = hidden;
  if (!first) return left.every((count) => count === 0) ? [[]] : [];
  const worlds: number[][][] = [];
  for (let a = 0; a <= left[0]!; a++)
    for (let b = 0; b <= left[1]!; b++) {
      if (!unsized.has(first.id) && a + b !== first.parts[0]! + first.parts[1]!) continue;
      for (const rest of worldsWith(others, unsized, [left[0]! - a, left[1]! - b]))
        worlds.push([[a, b], ...rest]);
    }
  return worlds;
}
