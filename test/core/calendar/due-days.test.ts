import { expect } from 'chai';
import { countDays, DUE_KINDS, sayDue } from '../../../core/calendar/due-days.ts';

describe('What is due on a day', () => {
  it('is counted by day, and waits today where its day is past', () => {
    const days = ['2026-11-20', '2026-11-02', '2026-11-12', '2026-11-20', '2026-11-09'];
    expect(countDays('reviews', days, '2026-11-10')).to.deep.equal([
      { kind: 'reviews', day: '2026-11-10', count: 2 },
      { kind: 'reviews', day: '2026-11-12', count: 1 },
      { kind: 'reviews', day: '2026-11-20', count: 2 },
    ]);
  });

  it('is said of one and of more, in both languages', () => {
    expect(sayDue('en', { kind: 'reviews', count: 3 })).to.equal('3 monthly checks are due');
    for (const kind of DUE_KINDS)
      for (const count of [1, 2]) expect(sayDue('es', { kind, count })).to.include(String(count));
  });
});
