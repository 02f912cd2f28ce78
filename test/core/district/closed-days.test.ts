import { expect } from 'chai';
import { ClosedDays, closuresOf } from '../../../core/district/closed-days.ts';

const days = (from: string, to: string) => ({ from, to });

describe('The closed days of a district', () => {
  it('are put in order, and end on or after the day on which they begin', () => {
    const given = [days('2027-03-15', '2027-03-19'), days('2026-12-21', '2027-01-01')];
    expect(ClosedDays.parse({ closures: given }).closures.map(({ from }) => from)).to.deep.equal([
      '2026-12-21',
      '2027-03-15',
    ]);
    expect(ClosedDays.safeParse({ closures: [days('2027-03-15', '2027-03-15')] }).success).to.equal(true);
    expect(ClosedDays.safeParse({ closures: [days('2027-03-15', '2027-03-14')] }).success).to.equal(false);
    expect(ClosedDays.safeParse({ closures: [days('2027-02-30', '2027-03-14')] }).success).to.equal(false);
  });

  it('are whole days to the calendar of mails', () => {
    expect(closuresOf({ closures: [days('2026-12-21', '2027-01-01')] })).to.deep.equal([
      { from: '2026-12-21', to: '2027-01-01', closed: true },
    ]);
  });
});
