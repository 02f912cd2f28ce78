import { expect } from 'chai';
import fc from 'fast-check';
import { parseDays } from '../../../core/imports/parse-days.ts';
import { WEEKDAYS } from '../../../core/schedule/schedule.ts';

const ALL = [...WEEKDAYS];

describe('parseDays', () => {
  const weekly: [string, string[]][] = [
    ['Monday - Friday', ALL.slice(0, 5)],
    ['Monday-Friday', ALL.slice(0, 5)],
    ['monday', ['MO']],
    ['Mon, Wed-Fri', ['MO', 'WE', 'TH', 'FR']],
    ['Mon - Tue & Thur - Fri', ['MO', 'TU', 'TH', 'FR']],
    ['Tuesday and Thursday', ['TU', 'TH']],
    ['Saturday - Monday', ['SA', 'SU', 'MO']],
    ['Sunday-Saturday', ['SU', ...ALL.slice(0, 6)]],
    ['Thursdays', ['TH']],
    ['Wendesday', ['WE']],
    ['24-7', ALL],
    ['daily', ALL],
    ['weekdays', ALL.slice(0, 5)],
    ['MO,TU', ['MO', 'TU']],
    ['lunes a viernes', ALL.slice(0, 5)],
  ];
  for (const [text, byday] of weekly) {
    it(`reads "${text}"`, () => {
      expect(parseDays(text)).to.deep.equal({ freq: 'WEEKLY', byday });
    });
  }

  const monthly: [string, string[]][] = [
    ['Second Saturday', ['2SA']],
    ['2nd & 4th Saturday', ['2SA', '4SA']],
    ['4th Friday of every month', ['4FR']],
    ['Last Thursday of each month', ['-1TH']],
    ['First, second, and fourth Tuesday of the month', ['1TU', '2TU', '4TU']],
    ['1SA', ['1SA']],
    ['-1FR', ['-1FR']],
  ];
  for (const [text, byday] of monthly) {
    it(`reads "${text}" as days of a month, not of every week`, () => {
      expect(parseDays(text)).to.deep.equal({ freq: 'MONTHLY', byday });
    });
  }

  it('keeps every other week apart from every week', () => {
    expect(parseDays('Every other Tuesday')).to.deep.equal({ freq: 'WEEKLY', byday: ['TU'], interval: 2 });
  });

  it('keeps as a note what is not about days', () => {
    expect(parseDays('Monday - Friday (closed 1-2pm)')?.rest).to.equal('closed 1-2pm');
  });

  for (const text of [
    '',
    'Varies',
    '9:00AM',
    'November 1 - March 31',
    'second',
    'Monday and second Tuesday',
  ]) {
    it(`finds no days in "${text}"`, () => {
      expect(parseDays(text)).to.equal(undefined);
    });
  }

  it('reads any range of two days, over the end of the week too', () => {
    const day = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(day, day, (from, to) => {
        const length = ((to - from + 7) % 7) + 1;
        const expected = Array.from({ length }, (_, step) => ALL[(from + step) % 7]);
        expect(parseDays(`${ALL[from]} - ${ALL[to]}`)?.byday).to.deep.equal(expected);
      }),
    );
  });

  it('survives any text and gives only days', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const day of parseDays(text)?.byday ?? []) expect(day).to.match(/^-?\d?(MO|TU|WE|TH|FR|SA|SU)$/);
      }),
    );
  });
});
