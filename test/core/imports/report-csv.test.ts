import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { findingOf } from '../../../core/imports/finding.ts';
import { REPORT_HEADER, reportLine } from '../../../core/imports/report-csv.ts';

describe('reportLine', () => {
  it('is CSV under its header, with no cell that a spreadsheet would calculate', () => {
    const finding = findingOf(
      { code: 'bad-time', field: '=field', value: '+1-202-555-0100', action: 'left-out' },
      { file: '@file.csv', line: 3, raw: '{"a":"b, c"}' },
    );
    const [row] = parse(REPORT_HEADER + reportLine(finding), { columns: true }) as Record<string, string>[];
    expect(row).to.include({
      file: "'@file.csv",
      line: '3',
      field: "'=field",
      value: "'+1-202-555-0100",
      code: 'bad-time',
      raw: '{"a":"b, c"}',
    });
  });
});
