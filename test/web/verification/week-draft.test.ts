import { expect } from 'chai';
import type { WeeklySpan } from '../../../core/schedule/schedule.ts';
import {
  changed,
  draftOf,
  hoursOf,
  without,
  withStretch,
  wrongTimes,
} from '../../../web/parts/verification/week-draft.ts';

const WEEK: WeeklySpan[] = [
  { day: 'MO', from: '09:00', to: '12:00' },
  { day: 'MO', from: '15:00', to: '24:00' },
  { day: 'SU', from: '00:00', to: '02:00' },
];

describe('A week that a partner types', () => {
  it('is read as it was shown', () => {
    expect(hoursOf(draftOf(WEEK))).to.deep.equal(WEEK);
    expect(draftOf(WEEK).TU).to.deep.equal([]);
  });

  it('ends a day at midnight, however it is written', () => {
    const draft = changed(draftOf(WEEK), 'MO', 1, { to: '12 am' });
    expect(hoursOf(draft)).to.deep.equal(WEEK);
  });

  it('takes times that touch for one', () => {
    const draft = changed(draftOf(WEEK), 'MO', 0, { to: '3 pm' });
    expect(hoursOf(draft)[0]).to.deep.equal({ day: 'MO', from: '09:00', to: '24:00' });
  });

  it('names the times that cannot be read or end before they begin', () => {
    const draft = changed(changed(draftOf(WEEK), 'MO', 1, { from: 'noon' }), 'SU', 0, {
      from: '3 pm',
      to: '2 pm',
    });
    expect([...wrongTimes(draft)]).to.deep.equal(['MO 1', 'SU 0']);
    expect(wrongTimes(draftOf(WEEK)).size).to.equal(0);
  });

  it('opens a closed day as the day before, a day more with the usual time, and closes one', () => {
    const tuesday = withStretch(draftOf(WEEK), 'TU');
    expect(tuesday.TU).to.deep.equal(tuesday.MO);
    expect(withStretch(tuesday, 'TU').TU).to.have.length(3);
    expect(withStretch(draftOf([]), 'MO').MO).to.have.length(1);
    expect(hoursOf(without(draftOf(WEEK), 'SU', 0)).some(({ day }) => day === 'SU')).to.equal(false);
  });
});
