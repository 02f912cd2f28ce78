import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { type CsvRecord, CsvSplitter, guessDelimiter } from '../../../core/imports/csv-splitter.ts';

const split = (
  text: string,
  sizes: readonly number[] = [],
  maximum?: number,
  blindTo?: (header: readonly string[]) => ReadonlySet<number>,
): CsvRecord[] => {
  const splitter = new CsvSplitter(',', maximum, blindTo);
  const records: CsvRecord[] = [];
  let at = 0;
  for (const size of sizes) {
    records.push(...splitter.push(text.slice(at, at + size)));
    at += size;
  }
  return [...records, ...splitter.push(text.slice(at)), ...splitter.end()];
};

const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', '\r\n', 'é', '1') });
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const written = (rows: readonly string[][], newline = '\n'): string =>
  rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + newline).join('');

describe('CsvSplitter', () => {
  it('reads what RFC 4180 writes, as csv-parse does', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, newline) => {
        const text = written(rows, newline);
        const oracle = parse(text, {
          relax_column_count: true,
          skip_empty_lines: false,
          record_delimiter: newline,
        }) as string[][];
        expect(split(text).map(({ cells }) => cells)).to.deep.equal(oracle);
        expect(oracle).to.deep.equal(rows);
      }),
    );
  });

  it('reads the same however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ') }),
        fc.array(fc.integer({ min: 0, max: 5 })),
        (text, sizes) => {
          expect(split(text, sizes)).to.deep.equal(split(text));
        },
      ),
    );
  });

  describe('with a column to be blind to', () => {
    const blindly = (text: string, sizes: readonly number[] = []): CsvRecord[] =>
      split(text, sizes, undefined, () => new Set([1]));

    it('reads the others as ever, wherever the text is cut', () => {
      const wide = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(wide, fc.array(fc.integer({ min: 0, max: 5 })), (rows, sizes) => {
          const text = written([['a', 'b', 'c'], ...rows]);
          const expected = rows.map(([first, , last]) => [first, '', last]);
          expect(
            blindly(text, sizes)
              .slice(1)
              .map(({ cells }) => cells),
          ).to.deep.equal(expected);
        }),
      );
    });

    it('gives no cell in which its value could stand, however broken the text is', () => {
      const within = fc.string({ unit: fc.constantFrom('a', '"', ' ', "'") });
      const broken = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '\r') });
      fc.assert(
        fc.property(within, broken, (before, after) => {
          const text = `id,secret,name\n1,${before}MARK${after},x\n2,fine,y\n`;
          const said = blindly(text).flatMap(({ cells }) => cells);
          expect(said.filter((value) => value.includes('MARK'))).to.deep.equal([]);
        }),
      );
    });

    it('withholds a record that is torn or has not the cells of the header, and goes on with the next', () => {
      const records = blindly('id,secret,name\n1,s3,x,y\n2,s3\n3,"s3,x\n4,s3,ok\n');
      expect(records.map(({ cells, withheld = false }) => [cells.join(), withheld])).to.deep.equal([
        ['id,secret,name', false],
        [',,', true],
        [',,', true],
        [',,', true],
        ['4,,ok', false],
      ]);
    });
  });

  it('tells the line on which each record begins', () => {
    expect(split('a,b\n"x\ny",2\n\nlast').map(({ line }) => line)).to.deep.equal([1, 2, 4, 5]);
  });

  it('gives ragged rows as they are', () => {
    expect(split('a,b\n1\n1,2,3,\n').map(({ cells }) => cells.length)).to.deep.equal([2, 1, 4]);
  });

  it('lets an unclosed quote cost one line, not the file', () => {
    const records = split('id,name\n1,"broken\n2,fine\n3,"also, fine"\n4,""\n');
    expect(records.map(({ cells }) => cells)).to.deep.equal([
      ['id', 'name'],
      ['1', 'broken'],
      ['2', 'fine'],
      ['3', 'also, fine'],
      ['4', ''],
    ]);
    expect(records.map(({ unclosedQuote }) => unclosedQuote ?? false)).to.deep.equal([
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('gives up on a quote after its bound, even where the file goes on for ever', () => {
    const records = split(`1,"open\n${'2,x\n'.repeat(1000)}`, [100, 100, 100], 500);
    expect(records).to.have.length(1001);
    expect(records[0]!.unclosedQuote).to.equal(true);
  });

  it('skips the rest of a line that is longer than a record may be', () => {
    const records = split(`a,${'x'.repeat(5000)}\nb,c\n`, Array(60).fill(100), 1000);
    expect(records.map(({ tooLong }) => tooLong ?? false)).to.deep.equal([true, false]);
    expect(records[1]).to.deep.equal({ cells: ['b', 'c'], line: 2, lines: 1 });
  });

  it('forgives text after a closing quote on the same line', () => {
    expect(split('"5" nails,"x" \n')[0]!.cells).to.deep.equal(['5 nails', 'x']);
  });

  it('never loses a line without quotes, whatever stands in the others', () => {
    const line = fc.constantFrom('1,plain', '2,"q"', '3,"open', '4,clo"se', '5,"a""b"', '6,"x"y');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const records = split(`${lines.join('\n')}\n`);
        const swallowed = records.some(({ cells }) => cells.some((text) => text.includes('\n')));
        const plain = lines.filter((text) => text === '1,plain').length;
        const found = records.filter(({ cells }) => cells[0] === '1' && cells[1] === 'plain').length;
        if (!swallowed) expect(found).to.equal(plain);
      }),
    );
  });
});

describe('guessDelimiter', () => {
  it('takes the sign that the header uses most', () => {
    expect(['a,b;c,d', 'a;b;c', 'a\tb', 'a|b|c', 'alone', '"a;b;c;d",e'].map(guessDelimiter)).to.deep.equal([
      ',',
      ';',
      '\t',
      '|',
      ',',
      ',',
    ]);
  });
});
