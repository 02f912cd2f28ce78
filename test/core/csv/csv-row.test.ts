import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRow } from '../../../core/csv/csv-row.ts';
import { defuseFormula, looksLikeFormula, restoreFormula } from '../../../core/csv/defuse-formula.ts';

describe('A CSV record', () => {
  it('reads back as it was written, with no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2 }), (cells) => {
        const [read] = parse(csvRow(cells), { relax_quotes: false }) as string[][];
        expect(read).to.deep.equal(cells.map(defuseFormula));
        for (const cell of read ?? []) expect(looksLikeFormula(cell)).to.equal(false);
      }),
    );
  });

  it('defuses every way to begin a formula', () => {
    for (const cell of [
      '=1+1',
      '+SUM(A1)',
      '-2+3+cmd|x',
      '@SUM(1)',
      '\t=1',
      '\r=1',
      '\n=1',
      ' =1',
      '\u00a0=1',
      '\0=1',
      '＝1+1',
      '＠SUM(1)',
      '=HYPERLINK("http://x")',
      '+1-202-555-0100',
      '-1-1',
    ]) {
      expect(defuseFormula(cell)).to.equal(`'${cell}`);
    }
  });

  it('can be read back to the very cells that were written', () => {
    const beginning = fc.constantFrom('', "'", "''", '=', "'=", ' -', "' -");
    fc.assert(
      fc.property(beginning, fc.string({ unit: 'binary' }), (before, rest) => {
        const cell = before + rest;
        expect(restoreFormula(defuseFormula(cell))).to.equal(cell);
      }),
    );
    expect(restoreFormula("'tis the season")).to.equal("'tis the season");
  });

  it('leaves plain numbers and ordinary text as they are', () => {
    for (const cell of ['-76.9', '-12', 'a=b', 'Oak - north', '', '202 555 0100'])
      expect(defuseFormula(cell)).to.equal(cell);
    expect(csvRow([-1.5, true, undefined, 'a,"b"'])).to.equal('-1.5,true,,"a,""b"""\r\n');
  });
});
