import { expect } from 'chai';
import fc from 'fast-check';
import { createMatcher } from '../../../core/matching/create-matcher.ts';
import { comingMonday, inOpenWeeks, isNeverOpen } from '../../../core/matching/in-open-weeks.ts';
import type { MatchOffer, MatchStudent } from '../../../core/matching/match-input.ts';
import { firstMeeting } from '../../../core/matching/meeting-times.ts';
import { timetableOf } from '../../../core/matching/timetable.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import type { Closure } from '../../../core/schedule/closure.ts';
import { Schedule, type WeeklySpan } from '../../../core/schedule/schedule.ts';
import { weekMinutes } from '../../../core/schedule/week-minutes.ts';
import { weeksMet } from './naive-matcher.ts';
import {
  offerArbitrary,
  offerWith,
  rules,
  SCHOOL,
  studentArbitrary,
  studentWith,
  worldWith,
} from './world.ts';

const horizon = { timezone: 'America/Chicago', from: '2026-11-23', weeks: 26 };
const schedule = (parts: Record<string, unknown>) =>
  Schedule.parse({ opensAt: '15:00', closesAt: '18:00', ...parts });
const tuesdays = schedule({ byday: ['TU'] });

function coming(timetables: Schedule[][], closures: Closure[] = []) {
  return inOpenWeeks([{ ...offerWith(), timetables, closures }], horizon)[0]!;
}

const free: WeeklySpan[] = [{ day: 'TU', from: '15:00', to: '18:00' }];
const student = studentWith({ freeTimes: free });

function whenMet(offer: MatchOffer, who: MatchStudent = student) {
  const [wish] = createMatcher(worldWith([offer])).matchStudent(who).wishes;
  return wish!.matches[0]?.reasons.find(({ code }) => code.startsWith('hours')) ?? wish!.removed;
}

describe('The hours of the coming weeks', () => {
  it('begin with the coming Monday, whatever day of the week it is', () => {
    for (const day of ['2026-11-16', '2026-11-19', '2026-11-22'])
      expect(comingMonday(day)).to.equal('2026-11-23');
    expect(comingMonday('2026-11-23')).to.equal('2026-11-30');
  });

  it('are those of every week where all are alike, and no more is kept', () => {
    expect(coming([[tuesdays]])).to.deep.equal({ ...offerWith(), hours: free, hoursKnown: true });
  });

  it('are told apart where weeks are not alike', () => {
    const second = schedule({ freq: 'WEEKLY', interval: 2, byday: ['TU'], dtstart: '2026-12-01' });
    const { openWeeks, hours } = coming([[second]]);
    expect(openWeeks).to.deep.equal({
      from: '2026-11-23',
      weeks: Array.from({ length: 26 }, (_, week) => week % 2),
      patterns: [[], [1440 + 900, 1440 + 1080]],
    });
    expect(hours).to.deep.equal([]);
  });

  it('are of the nearest that is in force: what is over speaks no more', () => {
    const summer = schedule({ byday: ['MO'], validTo: '2026-08-31' });
    expect(coming([[summer], [tuesdays]]).hours).to.deep.equal(free);
    const later = schedule({ byday: ['MO'], validFrom: '2028-01-01' });
    expect(coming([[later], [tuesdays]]).hours).to.deep.equal(free);
  });

  it('are never where somebody said when it was, and not known where nobody did', () => {
    const over = coming([[schedule({ byday: ['MO'], validTo: '2026-08-31' })]]);
    expect([over.hoursKnown, isNeverOpen(over)]).to.deep.equal([true, true]);
    const closed = coming([[tuesdays]], [{ from: '2026-01-01', to: '2030-01-01', closed: true }]);
    expect(isNeverOpen(closed)).to.equal(true);
    const unclear = coming([[schedule({ freq: 'WEEKLY', interval: 2, byday: ['TU'] })]]);
    expect([unclear.hoursKnown, isNeverOpen(unclear)]).to.deep.equal([false, false]);
  });

  it('are not those of the building where the service says other times, known or not', () => {
    const unclear = schedule({ freq: 'WEEKLY', interval: 2, byday: ['TU'] });
    expect(coming([[unclear], [tuesdays]])).to.deep.include({ hours: [], hoursKnown: false });
    const summer = schedule({ freq: 'YEARLY', dtstart: '2020-08-31' });
    expect(isNeverOpen(coming([[summer], [tuesdays]]))).to.equal(true);
  });

  it('stay as they are where no schedules are kept', () => {
    const offer = offerWith({ hours: free, hoursKnown: true });
    expect(inOpenWeeks([offer], horizon)[0]).to.deep.equal(offer);
  });
});

describe('A meeting', () => {
  it('is one of every week in spite of a holiday', () => {
    const offer = coming([[tuesdays]], [{ from: '2026-12-24', to: '2027-01-02', closed: true }]);
    expect(whenMet(offer)).to.deep.equal({
      code: 'hours-fit',
      values: { day: 'TU', from: '15:00', to: '18:00' },
    });
  });

  it('in some weeks only is a match that says in how many, and when first', () => {
    const second = schedule({ freq: 'WEEKLY', interval: 2, byday: ['TU'], dtstart: '2026-12-01' });
    const values = { day: 'TU', from: '15:00', to: '18:00', count: 13, weeks: 26, next: '2026-12-01' };
    expect(whenMet(coming([[second]]))).to.deep.equal({ code: 'hours-some-weeks', values });
  });

  it('is never where the offer opens never', () => {
    expect(whenMet(coming([[schedule({ byday: ['TU'], until: '2026-11-22' })]]))).to.deep.equal({ hours: 1 });
  });

  it('lasts as long as a session', () => {
    const offer = (sessionMinutes: number) => ({ ...coming([[tuesdays]]), sessionMinutes });
    expect(whenMet(offer(170))).to.have.property('code', 'hours-fit');
    expect(whenMet(offer(181))).to.deep.equal({ hours: 1 });
    const short = studentWith({ freeTimes: [{ day: 'TU', from: '15:00', to: '15:20' }] });
    expect(whenMet({ ...offer(15), point: offerWith().point }, short)).to.have.property('code', 'hours-fit');
  });

  it('is counted and named as by looking at every minute of every week', () => {
    const way = fc.record({ minutes: fc.double({ min: 0, max: 60, noNaN: true }), afternoon: fc.boolean() });
    const opened = offerArbitrary.map((offer) => ({ ...offer, hoursKnown: true }));
    fc.assert(
      fc.property(opened, studentArbitrary, way, (offer, someone, { minutes, afternoon }) => {
        const who = { ...someone, schoolId: SCHOOL.id };
        const coming = afternoon ? { arrival: 15 * 60 + minutes } : {};
        const meeting = firstMeeting(timetableOf(offer)!, weekMinutes(who.freeTimes), rules, coming);
        const met = weeksMet(worldWith([offer]), who, offer, { minutes, afternoon });
        const count = met.filter((stretches) => stretches.length > 0).length;
        expect(meeting !== undefined).to.equal(count > 0);
        if (meeting?.some) {
          const first = met.findIndex((stretches) => stretches.length > 0);
          const next = isoDate(dayNumber('2026-11-23') + 7 * first + met[first]![0]!.day);
          expect(meeting.some).to.deep.equal({ count, weeks: met.length, next });
        } else if (meeting) {
          const [from, to] = weekMinutes([meeting.span]);
          const holds = met.filter((stretches) =>
            stretches.some((one) => one.day * 1440 + one.from <= from! && to! <= one.day * 1440 + one.to),
          );
          expect(holds.length).to.be.at.least(rules.weeklyShare * met.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
