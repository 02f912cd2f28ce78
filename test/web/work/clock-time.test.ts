import { expect } from 'chai';
import { parseClockTime, typedClockTime } from '../../../web/parts/work/clock-time.ts';

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
    ['24:00', '24:00'],
    ['25:00', undefined],
    ['3:75', undefined],
    ['after school', undefined],
    ['', undefined],
  ];
  for (const [words, time] of cases)
    it(`reads "${words}" as ${time ?? 'no time'}`, () => {
      expect(parseClockTime(words)).to.equal(time);
    });

  it('stands in a field so that it is read as the same time again', () => {
    for (const time of ['00:00', '00:05', '08:00', '12:00', '12:30', '15:30', '23:59', '24:00'])
      expect(parseClockTime(typedClockTime(time))).to.equal(time);
    expect(typedClockTime('15:30')).to.equal('3:30 pm');
  });
});
