import { expect } from 'chai';
import {
  clockOf,
  isSchoolDay,
  minutesOf,
  readClock,
  weekdayIndex,
  weekdayOf,
} from '../../../core/schedule/clock.ts';

describe('clock', () => {
  it('turns times into minutes and back', () => {
    for (const [time, minutes] of [
      ['00:00', 0],
      ['09:05', 545],
      ['24:00', 1440],
    ] as const) {
      expect(minutesOf(time)).to.equal(minutes);
      expect(clockOf(minutes)).to.equal(time);
    }
  });

  it('reads only what is a time of day', () => {
    expect(readClock('15:10')).to.equal(910);
    for (const text of [undefined, '', '3 pm', '25:00', '24:01', '15:60', ' 15:10'])
      expect(readClock(text), String(text)).to.equal(undefined);
  });

  it('knows the weekday of a date', () => {
    expect(weekdayOf('2026-11-21')).to.equal('SA');
    expect(weekdayOf('2026-11-22')).to.equal('SU');
    expect(weekdayOf('2024-02-29')).to.equal('TH');
  });

  it('knows Monday to Friday as school days', () => {
    expect((['MO', 'FR', 'SA', 'SU'] as const).map(isSchoolDay)).to.deep.equal([true, true, false, false]);
    expect(weekdayIndex('SU')).to.equal(6);
  });
});
