import { expect } from 'chai';
import fc from 'fast-check';
import { readSchedule } from '../../../core/imports/read-schedule.ts';
import { Schedule } from '../../../core/schedule/schedule.ts';
import { weeklyHours } from '../../../core/schedule/weekly-hours.ts';
import { reader } from './rows.ts';

const schedule = (fields: Record<string, string>) => {
  const { row, codes } = reader(fields);
  return { schedules: readSchedule(row), codes: codes() };
};

describe('readSchedule', () => {
  it('reads HSDS 1: a weekday with times', () => {
    expect(schedule({ weekday: 'Monday', opens_at: '9:00am', closes_at: '5:00pm' })).to.deep.equal({
      schedules: [{ freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00' }],
      codes: [],
    });
  });

  it('reads HSDS 3: the parts of a rule', () => {
    const { schedules, codes } = schedule({
      freq: 'MONTHLY',
      byday: '1SA',
      dtstart: '2020-07-04',
      until: '2020-11-07',
      opens_at: '09:00:00Z',
      closes_at: '17:00:00Z',
      interval: '1',
      wkst: 'MON',
    });
    expect(codes).to.deep.equal([]);
    expect(schedules).to.deep.equal([
      {
        dtstart: '2020-07-04',
        until: '2020-11-07',
        wkst: 'MO',
        freq: 'MONTHLY',
        interval: 1,
        byday: ['1SA'],
        opensAt: '09:00',
        closesAt: '17:00',
      },
    ]);
  });

  it('reads times that stand where dates belong, and says so', () => {
    const { schedules, codes } = schedule({ weekday: 'Monday - Friday', dtstart: '8:30AM', until: '5:30PM' });
    expect(schedules[0]).to.deep.include({ opensAt: '08:30', closesAt: '17:30' });
    expect(schedules[0]).to.not.have.any.keys('dtstart', 'until');
    expect(codes).to.deep.equal(['misplaced-time repaired']);
  });

  it('believes clear times before bare figures', () => {
    const { schedules } = schedule({
      weekday: 'Wednesday',
      dtstart: '6:00PM',
      until: '8:00PM',
      opens_at: '1080',
      closes_at: '1200',
    });
    expect(schedules[0]).to.include({ opensAt: '18:00', closesAt: '20:00' });
  });

  it('takes midnight to midnight as all day, and a minute to itself as nothing', () => {
    const day = schedule({ byday: 'monday', opens_at: '12:00am', closes_at: '12:00am' });
    expect(day.schedules[0]).to.include({ opensAt: '00:00', closesAt: '24:00' });
    expect(day.codes).to.deep.equal(['midnight-to-midnight repaired']);
    const minute = schedule({ byday: 'monday', opens_at: '4:30pm', closes_at: '4:30pm' });
    expect(minute.codes).to.include('hours-zero left-out');
    expect(weeklyHours(minute.schedules).known).to.equal(false);
  });

  it('lets a shelter stay open over midnight, but not a library', () => {
    expect(schedule({ weekday: 'Sunday', dtstart: '7:00PM', until: '7:00AM' }).schedules[0]).to.include({
      opensAt: '19:00',
      closesAt: '07:00',
    });
    const library = schedule({ weekday: 'Monday', opens_at: '9am', closes_at: '03:00' });
    expect(library.codes).to.include('hours-backwards left-out');
    expect(weeklyHours(library.schedules).known).to.equal(false);
  });

  it('leaves out days without hours: that is not known, not closed', () => {
    expect(schedule({ byday: 'tuesday' })).to.deep.equal({ schedules: [], codes: ['hours-empty left-out'] });
    expect(schedule({})).to.deep.equal({ schedules: [], codes: ['hours-empty left-out'] });
  });

  it('keeps words that no program can read as words', () => {
    const { schedules, codes } = schedule({ weekday: 'Saturday', dtstart: 'By appointment' });
    expect(schedules).to.deep.equal([{ byday: [], description: 'Saturday By appointment' }]);
    expect(codes).to.include('hours-as-text kept');
  });

  it('reads a sentence where nothing else says the hours', () => {
    const { schedules, codes } = schedule({ description: 'Monday - Friday, 9:00AM-5:00PM' });
    expect(schedules[0]).to.deep.include({
      byday: ['MO', 'TU', 'WE', 'TH', 'FR'],
      opensAt: '09:00',
      closesAt: '17:00',
    });
    expect(codes).to.deep.equal(['hours-from-text repaired']);
  });

  it('reads round the clock', () => {
    expect(schedule({ weekday: '24-7' }).schedules[0]).to.include({ opensAt: '00:00', closesAt: '24:00' });
    expect(schedule({ weekday: 'Monday-Sunday', dtstart: '24 hours' }).schedules[0]!.byday).to.have.length(7);
  });

  it('reads the days and weeks of a year, and every third day', () => {
    const hours = { opens_at: '10:00', closes_at: '12:00' };
    const weeks = schedule({ ...hours, freq: 'YEARLY', byday: 'TU', byweekno: '2, 50,-1' });
    expect(weeks.schedules[0]).to.deep.include({ freq: 'YEARLY', byday: ['TU'], byweekno: [2, 50, -1] });
    const days = schedule({ ...hours, freq: 'YEARLY', byyearday: '1,366' });
    expect(days.schedules[0]).to.deep.include({ byday: [], byyearday: [1, 366] });
    const third = schedule({ ...hours, freq: 'DAILY', interval: '3', dtstart: '2026-11-23' });
    expect(third.schedules[0]).to.deep.include({ freq: 'DAILY', interval: 3, byday: [] });
    const every = schedule({ ...hours, freq: 'DAILY' });
    expect(every.schedules[0]).to.include({ freq: 'WEEKLY' });
    expect(every.schedules[0]!.byday).to.have.length(7);
    expect([weeks, days, third, every].flatMap(({ codes }) => codes)).to.deep.equal([]);
    expect(schedule({ ...hours, byweekno: '54', byday: 'TU' }).codes).to.deep.equal(['bad-number left-out']);
  });

  it('keeps the days of a month and every other week out of the ordinary week', () => {
    for (const weekday of ['2nd & 4th Saturday', 'Every other Tuesday']) {
      const { schedules } = schedule({ weekday, opens_at: '10:00', closes_at: '12:00' });
      expect(weeklyHours(schedules).known).to.equal(false);
      expect(weeklyHours(schedules).occasional).to.not.be.empty;
    }
  });

  it('gives schedules that fit the shape, or says what it left out, whatever stands in the row', () => {
    const names = [
      'weekday',
      'byday',
      'opens_at',
      'closes_at',
      'dtstart',
      'until',
      'freq',
      'interval',
      'count',
      'bymonthday',
      'description',
      'notes',
      'wkst',
      'valid_from',
    ];
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '',
        'Monday',
        '9:00am',
        '5pm',
        '2020-01-01',
        'WEEKLY',
        'DAILY',
        '0',
        '3',
        '-1',
        '32',
        '24 hours',
        '1SA',
        'null',
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (fields) => {
        const { schedules, codes } = schedule(fields);
        for (const read of schedules)
          expect(Schedule.safeParse(read).success, JSON.stringify(read)).to.equal(true);
        if (schedules.length === 0) expect(codes).to.not.be.empty;
      }),
    );
  });
});
