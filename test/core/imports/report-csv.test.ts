import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { defuseFormula, looksLikeFormula } from '../../../core/imports/defuse-formula.ts';
import { findingOf } from '../../../core/imports/finding.ts';
import { REPORT_HEADER, reportLine } from '../../../core/imports/report-csv.ts';

describe('reportLine', () => {
  it('is CSV that reads back, with no cell that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, raw) => {
        const finding = findingOf(
          { code: 'bad-time', field: '=field', value, action: 'left-out' },
          { file: '@file.csv', line: 3, raw },
        );
        const [row] = parse(REPORT_HEADER + reportLine(finding), {
          columns: true,
          relax_quotes: false,
        }) as Record<string, string>[];
        expect(row!.value).to.equal(defuseFormula(value));
        expect(row!.raw).to.equal(defuseFormula(raw));
        for (const cell of Object.values(row!)) expect(looksLikeFormula(cell)).to.equal(false);
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
      '=HYPERLINK("http://x")',
    ]) {
      expect(defuseFormula(cell)).to.equal(`'${cell}`);
    }
  });

  it('leaves telephone numbers and negative numbers as they are', () => {
    for (const cell of ['+1 202 555 0100', '-76.9', '-12', 'a=b']) expect(defuseFormula(cell)).to.equal(cell);
  });
});
