import { expect } from 'chai';
import { parseClockTime } from '../../../web/parts/work/clock-time.ts';

describe('A time as people type it', () => {
  const cases: [string, string | undefined][] = [
    ['3:30 pm', '15:30'],
    ['3:30 p. m.', '15:30'],
    ['3pm', '15:00'],
    ['12 am', '00:00'],
    ['12 pm', '12:00'],
    ['15:30', '15:30'],
    ['15.30', '15:30'],
    ['1530', '15:30'],
    ['3', '15:00'],
    ['8', '08:00'],
    ['07:45', '07:45'],
    ['13 pm', undefined],
    ['24:00', undefined],
    ['3:75', undefined],
    ['after school', undefined],
    ['', undefined],
  ];
  for (const [words, time] of cases)
    it(`reads "${words}" as ${time ?? 'no time'}`, () => {
      expect(parseClockTime(words)).to.equal(time);
    });
});
