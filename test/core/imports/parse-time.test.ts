import { expect } from 'chai';
import fc from 'fast-check';
import { parseTime } from '../../../core/imports/parse-time.ts';

describe('parseTime', () => {
  const read: [string, string][] = [
    ['9:00am', '09:00'],
    ['9:00AM', '09:00'],
    ['9 a.m.', '09:00'],
    ['12:00am', '00:00'],
    ['12:30 PM', '12:30'],
    ['noon', '12:00'],
    ['17:00:00', '17:00'],
    ['09:00:00Z', '09:00'],
    ['10:00+01:00', '10:00'],
    ['0930', '09:30'],
    ['24:00', '24:00'],
    ['3pm', '15:00'],
  ];
  for (const [text, time] of read) {
    it(`reads "${text}" as ${time}`, () => {
      expect(parseTime(text)).to.equal(time);
    });
  }

  for (const text of [
    '',
    '9',
    '750',
    '1080',
    '25:00',
    '13am',
    '0pm',
    '9:60am',
    'Nights',
    'By appointment',
    '9-5',
  ]) {
    it(`does not guess at "${text}"`, () => {
      expect(parseTime(text)).to.equal(undefined);
    });
  }

  it('reads every minute of the day back, in both clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
        const expected = `${String(hours).padStart(2, '0')}:${rest}`;
        const half = `${hours % 12 === 0 ? 12 : hours % 12}:${rest}${hours < 12 ? 'am' : 'pm'}`;
        expect([parseTime(expected), parseTime(half)]).to.deep.equal([expected, expected]);
      }),
    );
  });

  it('gives a time of day or nothing, whatever it is asked', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(parseTime(text) ?? '00:00').to.match(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
      }),
    );
  });
});
