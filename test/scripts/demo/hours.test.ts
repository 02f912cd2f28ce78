import { expect } from 'chai';
import { schedulesOf } from '../../../scripts/demo/hours.ts';

describe('schedulesOf', () => {
  it('reads a range of days, a list of days and several parts', () => {
    expect(schedulesOf('MO-WE 08:00-17:00; SA,SU 09:00-12:00')).to.deep.equal([
      { freq: 'WEEKLY', byday: ['MO', 'TU', 'WE'], opensAt: '08:00', closesAt: '17:00' },
      { freq: 'WEEKLY', byday: ['SA', 'SU'], opensAt: '09:00', closesAt: '12:00' },
    ]);
  });

  it('reads a numbered day as once a month', () => {
    expect(schedulesOf('2TU 10:00-14:00')[0]).to.deep.include({ freq: 'MONTHLY', byday: ['2TU'] });
  });

  for (const wrong of ['weekdays', 'XX 08:00-09:00', 'FR-MO 08:00-09:00', 'MO 8-9']) {
    it(`refuses "${wrong}"`, () => {
      expect(() => schedulesOf(wrong)).to.throw('not understood');
    });
  }
});
