import { expect } from 'chai';
import fc from 'fast-check';
import { calendarDay, dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import type { Closure } from '../../../core/schedule/closure.ts';
import { expandSchedules } from '../../../core/schedule/expand-schedules.ts';
import { ruleDays } from '../../../core/schedule/rule-days.ts';
import { Schedule, WEEKDAYS } from '../../../core/schedule/schedule.ts';
import { minutesOfBitmap } from '../../../core/schedule/week-bitmap.ts';
import { isOpenNaively, minutesOfWall } from './naive-clock.ts';
import { daysByLibrary } from './rule-by-library.ts';

const schedule = (parts: Record<string, unknown>) =>
  Schedule.parse({ byday: [], opensAt: '09:00', closesAt: '17:00', ...parts });

/** The dates from 2026-11-23 on, 26 weeks, on which it opens. */
function datesOf(parts: Record<string, unknown>, closures: Closure[] = [], from = '2026-11-23', weeks = 26) {
  const open = expandSchedules([schedule(parts)], closures, { timezone: 'America/Chicago', from, weeks });
  return open.weeks.flatMap((place, week) =>
    [...minutesOfBitmap(open.bitmaps[place]!)]
      .filter((_, at) => at % 2 === 0)
      .map((minute) => isoDate(dayNumber(from) + week * 7 + Math.floor(minute / 1440))),
  );
}

describe('days of a schedule', () => {
  const date = fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2027-06-30') }).map(isoDate);
  const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 3 });
  const ordinals = fc.uniqueArray(
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), fc.constantFrom(...WEEKDAYS))
      .map(([nth, day]) => `${nth}${day}`),
    { minLength: 1, maxLength: 3 },
  );
  const rule = fc.record(
    {
      freq: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const, 'YEARLY' as const),
      dtstart: date,
      interval: fc.constantFrom(1, 2, 3, 5),
      wkst: fc.constantFrom(...WEEKDAYS),
      byday: fc.oneof(weekdays, ordinals, fc.constant([])),
      bymonthday: fc.uniqueArray(fc.constantFrom(1, 13, 28, 29, 30, 31, -1, -2, -31), {
        minLength: 1,
        maxLength: 3,
      }),
      byyearday: fc.uniqueArray(fc.constantFrom(1, 59, 60, 61, 100, 365, -1, -306, -307), {
        minLength: 1,
        maxLength: 3,
      }),
      byweekno: fc.uniqueArray(fc.constantFrom(1, 2, 20, 47, 52, 53, -1), { minLength: 1, maxLength: 3 }),
      count: fc.constantFrom(1, 2, 5, 17, 400),
      until: date,
    },
    { requiredKeys: ['freq', 'dtstart', 'byday'] },
  );

  it('are those of a library that has known the RFC for long', () => {
    const horizon = { from: dayNumber('2026-09-07'), to: dayNumber('2028-03-31') };
    fc.assert(
      fc.property(rule, (parts) => {
        const given = sayable(schedule(parts));
        const fallsOn = ruleDays(given);
        if (typeof fallsOn === 'string') throw new Error(fallsOn);
        const ours: string[] = [];
        for (let day = horizon.from; day <= horizon.to; day++)
          if (fallsOn(calendarDay(day))) ours.push(isoDate(day));
        expect(ours, JSON.stringify(given)).to.deep.equal(daysByLibrary(given, horizon));
      }),
      { numRuns: 300 },
    );
  });

  /**
   * What libraries agree on: weeks of the year with their weekdays; ordinals where a month or a year is counted. And
   * only parts that meet again and again: where they never do, the library looks for them until the year 9999.
   */
  function sayable({ bymonthday, byyearday, byweekno, ...rest }: Schedule): Schedule {
    if (rest.byday.some((day) => day.length > 2))
      return { ...rest, freq: rest.freq === 'YEARLY' ? 'YEARLY' : 'MONTHLY' };
    if (bymonthday) return { ...rest, bymonthday };
    if (rest.freq === 'MONTHLY' && (rest.interval ?? 1) > 1) return rest;
    if (byyearday) return { ...rest, byyearday };
    return byweekno && rest.byday.length > 0 ? { ...rest, byweekno } : rest;
  }

  it('are every second week from the start, by the first day of a week', () => {
    const second = { freq: 'WEEKLY', interval: 2, byday: ['TU', 'SU'], dtstart: '1997-08-05' };
    expect(datesOf({ ...second, wkst: 'MO' }, [], '1997-08-04', 4)).to.deep.equal([
      '1997-08-05',
      '1997-08-10',
      '1997-08-19',
      '1997-08-24',
    ]);
    expect(datesOf({ ...second, wkst: 'SU' }, [], '1997-08-04', 4)).to.deep.equal([
      '1997-08-05',
      '1997-08-17',
      '1997-08-19',
      '1997-08-31',
    ]);
  });

  it('may be the last, the fifth, or the 29 of February', () => {
    expect(datesOf({ freq: 'MONTHLY', byday: ['-1FR'] }).slice(0, 2)).to.deep.equal([
      '2026-11-27',
      '2026-12-25',
    ]);
    expect(datesOf({ freq: 'MONTHLY', byday: ['5MO'] })).to.deep.equal(['2026-11-30', '2027-03-29']);
    expect(datesOf({ bymonthday: [-1] }).slice(0, 3)).to.deep.equal([
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
    ]);
    const leap = { freq: 'YEARLY', dtstart: '2024-02-29' };
    expect(datesOf(leap)).to.deep.equal([]);
    expect(datesOf(leap, [], '2028-02-28', 2)).to.deep.equal(['2028-02-29']);
  });

  it('are all of a kind and some of it where both are said', () => {
    expect(datesOf({ byday: ['1TU', 'FR'] }).slice(0, 3)).to.deep.equal([
      '2026-11-27',
      '2026-12-01',
      '2026-12-04',
    ]);
  });

  it('end with until and with the last of a count, both included', () => {
    const monday = { freq: 'WEEKLY', byday: ['MO'] };
    expect(datesOf({ ...monday, until: '2026-11-30' })).to.deep.equal(['2026-11-23', '2026-11-30']);
    expect(datesOf({ ...monday, until: '2026-11-29' })).to.deep.equal(['2026-11-23']);
    expect(datesOf({ ...monday, dtstart: '2026-11-01', count: 5 })).to.deep.equal([
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(datesOf({ ...monday, validFrom: '2026-11-24', validTo: '2026-12-07' })).to.deep.equal([
      '2026-11-30',
      '2026-12-07',
    ]);
  });

  it('of week numbers without a weekday are the weekday of the start', () => {
    expect(datesOf({ freq: 'YEARLY', byweekno: [49, 50], dtstart: '2020-01-01' })).to.deep.equal([
      '2026-12-02',
      '2026-12-09',
    ]);
  });
});

describe('openings week by week', () => {
  const horizon = { timezone: 'America/Chicago', from: '2026-11-23', weeks: 26 };

  it('keep equal weeks once', () => {
    const every = expandSchedules([schedule({ byday: ['MO'] })], [], horizon);
    expect(every.bitmaps).to.have.length(1);
    expect(every.weeks).to.deep.equal(Array(26).fill(0));
    const second = schedule({ freq: 'WEEKLY', byday: ['MO'], interval: 2, dtstart: '2026-11-30' });
    const some = expandSchedules([second], [], horizon);
    expect(some.bitmaps.map((week) => [...minutesOfBitmap(week)])).to.deep.equal([[], [540, 1020]]);
    expect(some.weeks.slice(0, 4)).to.deep.equal([0, 1, 0, 1]);
  });

  it('are minute by minute those of the clocks on the walls, through every change of clocks', () => {
    const zones = [
      'America/Chicago',
      'America/New_York',
      'Europe/London',
      'Asia/Tokyo',
      '-05:00',
      '+05:30',
      'Z',
    ];
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 29, 59))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const one = fc.record(
      {
        byday: fc.subarray([...WEEKDAYS], { minLength: 1 }),
        opensAt: clock,
        closesAt: fc.oneof(clock, fc.constant('24:00')),
        timezone: fc.constantFrom(...zones),
      },
      { requiredKeys: ['byday', 'opensAt', 'closesAt'] },
    );
    const world = fc.record({
      schedules: fc.array(one.map(schedule), { maxLength: 3 }),
      // Mondays of the weeks in which clocks change in America or Europe, and one without.
      from: fc.constantFrom('2026-10-19', '2026-10-26', '2027-03-08', '2027-03-22', '2026-12-28'),
      timezone: fc.constantFrom(...zones.slice(0, 4)),
      closures: fc.array(
        fc.record({
          from: fc.constantFrom(0, 3, 6),
          days: fc.constantFrom(0, 1, 4),
          closed: fc.boolean(),
          opensAt: clock,
          closesAt: clock,
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(world, ({ schedules, from, timezone, closures }) => {
        const closed = closures.map(({ from: offset, days, ...rest }) => ({
          ...rest,
          from: isoDate(dayNumber(from) + offset),
          to: isoDate(dayNumber(from) + offset + days),
        }));
        const open = expandSchedules(schedules, closed, { timezone, from, weeks: 1 });
        const naive = isOpenNaively(schedules, closed, timezone, from, 7);
        expect(minutesOfWall(open.bitmaps[0]!)).to.deep.equal(naive);
      }),
      { numRuns: 25 },
    );
  }).timeout(20_000);

  it('belong to the day on which they begin, closures too', () => {
    const night = schedule({ byday: ['WE', 'TH'], opensAt: '20:00', closesAt: '07:00' });
    const closed = [{ from: '2026-11-26', to: '2026-11-26', closed: true }];
    const open = expandSchedules([night], closed, horizon);
    const [first, second] = open.bitmaps.map((week) => [...minutesOfBitmap(week)]);
    const wednesday = 2 * 1440;
    expect(first).to.deep.equal([wednesday + 1200, wednesday + 1440, wednesday + 1440, wednesday + 1860]);
    expect(second).to.have.length(8);
    expect(open.weeks.slice(0, 3)).to.deep.equal([0, 1, 1]);
  });

  it('have other hours where it would be open anyway, and on a single day in any case', () => {
    const other = { closed: false, opensAt: '10:00', closesAt: '12:00' };
    const mondays = { byday: ['MO'] };
    const from = '2026-11-23';
    const week = (to: string, begin = '2026-11-23') => {
      const closures = [{ ...other, from: begin, to }];
      const open = expandSchedules([schedule(mondays)], closures, { ...horizon, weeks: 1 });
      return [...minutesOfBitmap(open.bitmaps[0]!)];
    };
    expect(week('2026-11-29')).to.deep.equal([600, 720]);
    expect(week('2026-11-26', '2026-11-26')).to.deep.equal([540, 1020, 3 * 1440 + 600, 3 * 1440 + 720]);
    expect(
      datesOf(mondays, [
        { ...other, from, to: from },
        { from, to: from, closed: true },
      ]),
    ).not.to.include(from);
  });

  it('are not known where no schedule says when, and said to be never where one is over', () => {
    const words = Schedule.parse({ description: 'by appointment' });
    expect(expandSchedules([words], [], horizon)).to.deep.include({
      known: false,
      faults: [{ schedule: 0, fault: 'no-times' }],
    });
    const over = expandSchedules([schedule({ byday: ['MO'], validTo: '2025-01-01' })], [], horizon);
    expect(over.known).to.equal(true);
    expect(over.bitmaps.map((week) => minutesOfBitmap(week).length)).to.deep.equal([0]);
  });

  it('come quickly to an end with what cannot be, and say what it is', () => {
    const faultOf = (parts: Record<string, unknown>) =>
      expandSchedules([schedule(parts)], [], horizon).faults[0]?.fault;
    expect(faultOf({ byday: ['MO'], opensAt: '09:00', closesAt: '09:00' })).to.equal('no-length');
    expect(faultOf({ byday: ['MO'], validFrom: '2026-12-01', validTo: '2026-11-01' })).to.equal(
      'ends-before-it-begins',
    );
    expect(faultOf({ byday: ['MO'], freq: 'WEEKLY', interval: 2 })).to.equal('no-start');
    expect(faultOf({})).to.equal('no-days');
    expect(faultOf({ byday: ['MO'], timezone: 'Middle Earth' })).to.equal('unknown-zone');
    const ancient = { freq: 'YEARLY', byday: ['5MO'], bymonthday: [31], dtstart: '0001-01-01' };
    expect(datesOf({ ...ancient, interval: 1000, count: 2_000_000_000 })).to.deep.equal([]);
    expect(datesOf({ ...ancient, count: 300_000 })).to.be.an('array');
    expect(datesOf({ byday: ['MO'], dtstart: '9999-12-31', until: '0001-01-01' })).to.deep.equal([]);
  });
});
