import { expect } from 'chai';
import type { Weekday, WeeklySpan } from '../../../core/schedule/schedule.ts';
import { nextOpening, sayHours, sayOpen } from '../../../web/text/say-hours.ts';
import { english, spaced, spanish } from './voices.ts';

const WEEK: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const on = (days: Weekday[], from: string, to: string): WeeklySpan[] =>
  days.map((day) => ({ day, from, to }));
const said = (hours: WeeklySpan[]) => sayHours(english, hours).map(spaced);
const open = (hours: WeeklySpan[], day: Weekday, time: string) =>
  spaced(sayOpen(english, hours, true, { day, time }));

describe('Saying opening hours', () => {
  it('puts days with the same hours together', () => {
    const week = [...on(WEEK.slice(0, 5), '09:00', '17:00'), ...on(['SA'], '09:00', '12:00')];
    expect(said(week)).to.deep.equal(['Monday to Friday 9 am–5 pm', 'Saturdays 9 am–noon']);
  });

  it('names single days, and days that do not follow each other', () => {
    expect(said(on(['TU'], '15:30', '17:00'))).to.deep.equal(['Tuesdays 3:30–5 pm']);
    expect(said(on(['MO', 'WE'], '15:30', '17:00'))).to.deep.equal(['Mondays and Wednesdays 3:30–5 pm']);
  });

  it('knows a whole week, round the clock, and two stretches a day', () => {
    expect(said(on(WEEK, '00:00', '24:00'))).to.deep.equal(['Every day all day']);
    const split = [...on(['MO'], '09:00', '12:00'), ...on(['MO'], '13:00', '17:00')];
    expect(said(split)).to.deep.equal(['Mondays 9 am–noon and 1–5 pm']);
  });

  it('speaks Spanish', () => {
    const lines = sayHours(spanish, on(['MO', 'WE'], '15:30', '17:00')).map(spaced);
    expect(lines).to.deep.equal(['Lunes y miércoles, 3:30–5 p. m.']);
  });
});

describe('Saying whether something is open', () => {
  const hours = [...on(['MO', 'TU', 'FR'], '09:00', '17:00')];

  it('says till when', () => {
    expect(open(hours, 'MO', '09:00')).to.equal('open now till 5 pm');
    expect(open(hours, 'MO', '16:59')).to.equal('open now till 5 pm');
  });

  it('says when it opens next: today, tomorrow, another day, next week', () => {
    expect(open(hours, 'MO', '08:00')).to.equal('closed now, opens 9 am');
    expect(open(hours, 'MO', '17:00')).to.equal('closed now, opens tomorrow 9 am');
    expect(open(hours, 'WE', '10:00')).to.equal('closed now, opens Friday 9 am');
    expect(open(on(['MO'], '09:00', '17:00'), 'MO', '18:00')).to.equal('closed now, opens Monday 9 am');
  });

  it('promises no end that midnight does not bring', () => {
    expect(open(on(WEEK, '00:00', '24:00'), 'SU', '23:59')).to.equal('open now');
    const night = [...on(['FR'], '18:00', '24:00'), ...on(['SA'], '00:00', '02:00')];
    expect(open(night, 'FR', '23:00')).to.equal('open now');
  });

  it('never takes "nobody said" for closed', () => {
    expect(sayOpen(english, [], false, { day: 'MO', time: '09:00' })).to.equal('ask when it is open');
  });

  it('finds the first opening after now, not the one that has begun', () => {
    expect(nextOpening(hours, { day: 'MO', time: '10:00' })).to.deep.include({ inDays: 1 });
    expect(nextOpening([], { day: 'MO', time: '10:00' })).to.equal(undefined);
  });
});
