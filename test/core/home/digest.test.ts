import { expect } from 'chai';
import { type DigestTurn, nextDigest } from '../../../core/home/digest.ts';
import { sayWaiting } from '../../../core/home/say-waiting.ts';
import { WAITING_KINDS } from '../../../core/home/waiting.ts';
import type { MailCalendar } from '../../../core/schedule/mail-calendar.ts';

const CALENDAR: MailCalendar = {
  hours: { from: '08:00', to: '18:00' },
  days: ['MO', 'TU', 'WE', 'TH', 'FR'],
  holidays: [{ name: 'Labor Day', month: 9, weekday: 'MO', nth: 1 }],
  closures: [{ from: '2026-12-21', to: '2027-01-03', closed: true }],
};
const next = (after: string, turn: DigestTurn, zone = 'America/Chicago') =>
  nextDigest(new Date(after), turn, zone, CALENDAR)?.toISOString();

describe('When the next digest is due', () => {
  it('is the next morning on which mail may be sent, by the clock on the wall', () => {
    expect(next('2026-11-10T20:00:00Z', 'daily')).to.equal('2026-11-11T14:00:00.000Z');
    expect(next('2026-11-11T04:30:00Z', 'daily'), 'still the tenth there').to.equal(
      '2026-11-11T14:00:00.000Z',
    );
    expect(next('2026-11-13T15:00:00Z', 'daily'), 'over the weekend').to.equal('2026-11-16T14:00:00.000Z');
    expect(next('2026-03-06T15:00:00Z', 'daily'), 'summer time has begun').to.equal(
      '2026-03-09T13:00:00.000Z',
    );
  });

  it('is once a week on the first day that is none off, and waits through closed weeks', () => {
    expect(next('2026-11-11T15:00:00Z', 'weekly')).to.equal('2026-11-16T14:00:00.000Z');
    expect(next('2026-11-16T14:00:00Z', 'weekly')).to.equal('2026-11-23T14:00:00.000Z');
    expect(next('2026-09-01T15:00:00Z', 'weekly'), 'Labor Day').to.equal('2026-09-08T13:00:00.000Z');
    expect(next('2026-12-15T15:00:00Z', 'weekly')).to.equal('2027-01-04T14:00:00.000Z');
  });

  it('is never where mail is never sent', () => {
    const never = { ...CALENDAR, closures: [{ from: '2020-01-01', to: '2040-01-01', closed: true }] };
    expect(nextDigest(new Date('2026-11-10T20:00:00Z'), 'daily', 'UTC', never)).to.equal(undefined);
  });
});

describe('What waits', () => {
  it('is said of one and of more, in both languages, for every kind', () => {
    expect(sayWaiting('en', { kind: 'agreements-ending', count: 1 })).to.equal('1 agreement ends soon');
    expect(sayWaiting('es', { kind: 'agreements-ending', count: 3 })).to.equal('3 convenios terminan pronto');
    for (const kind of WAITING_KINDS)
      for (const language of ['en', 'es'] as const)
        for (const count of [1, 2]) expect(sayWaiting(language, { kind, count })).to.include(String(count));
  });
});
