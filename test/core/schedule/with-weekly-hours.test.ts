import { expect } from 'chai';
import * as fc from 'fast-check';
import { clockOf } from '../../../core/schedule/clock.ts';
import { Schedule, WEEKDAYS, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { weeklyHours } from '../../../core/schedule/weekly-hours.ts';
import { mergeSpans } from '../../../core/schedule/weekly-spans.ts';
import { withWeeklyHours } from '../../../core/schedule/with-weekly-hours.ts';

const TODAY = '2026-11-04';
const rule = (parts: Partial<Schedule>) =>
  Schedule.parse({ freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00', ...parts });
const FRIDAY: WeeklySpan[] = [{ day: 'FR', from: '15:00', to: '18:00' }];

describe('withWeeklyHours', () => {
  it('makes exactly this week the ordinary one, and leaves what holds only in some weeks', () => {
    const minutes = fc.tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }));
    const span = fc
      .tuple(fc.constantFrom(...WEEKDAYS), minutes)
      .map(([day, [a, b]]) => ({ day, from: clockOf(Math.min(a, b)), to: clockOf(Math.max(a, b)) }))
      .filter(({ from, to }) => from < to);
    const days = fc.constantFrom('MO', 'TU SA', '1MO', 'TH 2FR').map((words) => words.split(' '));
    const schedule = fc
      .tuple(
        days,
        fc.constantFrom({}, { interval: 2, dtstart: '2026-01-05' }, { validFrom: '2027-01-01' }),
        span,
      )
      .map(([byday, more, { from, to }]) => rule({ byday, ...more, opensAt: from, closesAt: to }));
    fc.assert(
      fc.property(fc.array(schedule), fc.array(span, { minLength: 1 }), (before, hours) => {
        const after = withWeeklyHours(before, hours, TODAY);
        expect(weeklyHours(after, TODAY).hours).to.deep.equal(mergeSpans(hours));
        expect(weeklyHours(after, TODAY).occasional).to.deep.equal(weeklyHours(before, TODAY).occasional);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what begins later and what says no times', () => {
    const summer = rule({ validFrom: '2027-06-10' });
    const words = Schedule.parse({ description: 'By appointment' });
    expect(withWeeklyHours([rule({}), summer, words], FRIDAY, TODAY)).to.deep.equal([
      summer,
      words,
      { freq: 'WEEKLY', byday: ['FR'], opensAt: '15:00', closesAt: '18:00' },
    ]);
  });

  it('ends when the last of what it replaces ends, on the same clocks', () => {
    const [school, evening] = [
      rule({ validTo: '2027-06-09', timezone: 'America/Chicago' }),
      rule({ until: '2027-05-01', timezone: 'America/Chicago' }),
    ];
    const [made] = withWeeklyHours([school, evening], FRIDAY, TODAY);
    expect(made).to.include({ validTo: '2027-06-09', timezone: 'America/Chicago' });
    expect(withWeeklyHours([school, rule({})], FRIDAY, TODAY)[0]).not.to.have.any.keys('validTo', 'timezone');
  });

  it('is one rule for each pair of times', () => {
    const daily = WEEKDAYS.map((day) => ({ day, from: '09:00', to: '12:00' }));
    expect(withWeeklyHours([], [...daily, ...FRIDAY], TODAY).map(({ byday }) => byday.length)).to.deep.equal([
      7, 1,
    ]);
  });
});
